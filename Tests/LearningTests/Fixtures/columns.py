"""Writes columns.json: what scikit-learn says to columns in units of every size, to weights, and what its metrics say.

The inputs are not stored: both sides draw them from the same tiny generator, `Numbers`, and change them alike.
Where scikit-learn's own solver loses digits to the columns' units, it is given the same problem in better ones: a fit without
a penalty doesn't depend on them, and a penalized one is handed over as least squares or by its own weights.
Run: python columns.py   (numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1)
"""
import json
import os

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.decomposition import PCA
from sklearn.linear_model import ElasticNet, LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import log_loss, r2_score, roc_auc_score
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor



class Numbers:
    """Park and Miller's generator with multiplier 48271, mapped to (-1, 1)."""

    def __init__(self, seed):
        self.state = seed

    def vector(self, count):
        values = []
        for _ in range(count):
            self.state = self.state * 48271 % 2147483647
            values.append(self.state / 2147483647 * 2 - 1)
        return np.array(values)

    def matrix(self, rows, columns):
        return self.vector(rows * columns).reshape(rows, columns)

ROWS, COLUMNS = 60, 3


def columns(kind):
    x = Numbers(7).matrix(ROWS, COLUMNS)
    if kind == "huge":
        x = x * [1, 2.0**40, 1]
    if kind == "tiny":
        x = x * [1, 2.0**-40, 1]
    if kind == "offset":
        x = x * [1, 2.0**30, 1] + [0, 2.0**40, 100]
    if kind == "units":
        x = x * [1, 0.01, 2e4] + [5, 0.05, 6e4]
    if kind == "duplicate":
        x = np.column_stack([x, x[:, 1]])
    if kind == "constant":
        x = np.column_stack([x, np.full(ROWS, 7.0)])
    return x


def problem(kind):
    """Targets and labels hang on the columns as they were before their units."""
    x = Numbers(7).matrix(ROWS, COLUMNS)
    noise = Numbers(8).matrix(ROWS, 3)
    y = x @ [2.0, -1.0, 0.5] + 3 + noise[:, 0]
    two = (x @ [2.0, -1.0, 0.5] + noise[:, 0] > 0).astype(int)
    three = (x + 1.0 * noise).argmax(1)
    return columns(kind), y, two, three


def augmented(x, y, alpha, weights):
    """Ridge with an intercept as least squares of scaled columns, solved by SVD of well-scaled columns."""
    w = np.ones(len(y)) if weights is None else weights
    mean, target = np.average(x, axis=0, weights=w), np.average(y, weights=w)
    centred, z = (x - mean) * np.sqrt(w)[:, None], (y - target) * np.sqrt(w)
    top = np.vstack([centred, np.sqrt(alpha) * np.eye(x.shape[1])])
    scale = np.linalg.norm(top, axis=0)
    solution = LinearRegression(fit_intercept=False).fit(top / scale, np.append(z, np.zeros(x.shape[1]))).coef_ / scale
    return {"weights": solution, "intercept": target - mean @ solution}


def ridge(x, y, alpha, weights=None):
    found = augmented(x, y, alpha, weights)
    theirs = Ridge(alpha=alpha, solver="svd").fit(x, y, sample_weight=weights)
    assert np.allclose(theirs.predict(x), x @ found["weights"] + found["intercept"], rtol=1e-4, atol=1e-4)
    return found


def lasso(x, y, alpha, share, weights=None):
    m = ElasticNet(alpha=alpha, l1_ratio=share, tol=1e-14, max_iter=10**6).fit(x, y, sample_weight=weights)
    return {"weights": m.coef_, "intercept": float(m.intercept_)}


def better(x):
    """A basis of the same space of functions, for fits without a penalty."""
    spread = x.std(axis=0)
    return StandardScaler().fit_transform(x[:, spread > 0])


def logistic(x, y, alpha, weights=None):
    m = LogisticRegression(C=1 / alpha, solver="newton-cholesky", tol=1e-13, max_iter=10_000).fit(x, y, sample_weight=weights)
    return {"probabilities": m.predict_proba(x)[:, 1]}


def unpenalized(x, y):
    m = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-13, max_iter=10_000).fit(better(x), y)
    return {"probabilities": m.predict_proba(better(x))[:, 1]}


def softmax(x, y, alpha, weights=None):
    m = LogisticRegression(C=1 / alpha, solver="newton-cholesky", tol=1e-13, max_iter=10_000).fit(x, y, sample_weight=weights)
    return {"probabilities": m.predict_proba(x)[:, 1]}


def tree_columns(x):
    """scikit-learn's trees round columns to 24 bits and take less than 1e-7 for nothing; splits don't depend on units."""
    spread = x.std(axis=0)
    return (x - x.mean(axis=0)) / np.where(spread > 0, spread, 1)


WEIGHTS = np.array([1 + k % 4 for k in range(ROWS)]) / 3.0


def kind(name):
    x, y, two, three = problem(name)
    t = tree_columns(x)
    result = {
        "ridge": ridge(x, y, 1.0),
        "ridgeWeighted": ridge(x, y, 1.0, WEIGHTS),
        "lasso": lasso(x, y, 0.05, 1.0),
        "lassoWeighted": lasso(x, y, 0.05, 1.0, WEIGHTS),
        "elasticNet": lasso(x, y, 0.05, 0.5),
        "tree": {"predictions": DecisionTreeRegressor(random_state=0, max_depth=3).fit(t, y).predict(t)},
        "treeWeighted": {"predictions": DecisionTreeRegressor(random_state=0, max_depth=3)
                         .fit(t, y, sample_weight=WEIGHTS).predict(t)},
        "classificationTree": {"predictions": DecisionTreeClassifier(random_state=0, max_depth=2)
                               .fit(t, three, sample_weight=WEIGHTS).predict_proba(t)[:, 1]},
        "neighbours": {"predictions": KNeighborsClassifier(1, algorithm="brute").fit(x[10:], three[10:]).predict(x[:10])},
        "bayes": {"probabilities": GaussianNB().fit(x, three).predict_proba(x)[:, 1]},
        "standardized": {"predictions": StandardScaler().fit_transform(x)[:, 1]},
    }
    if name not in ("duplicate", "constant"):
        result["unpenalized"] = unpenalized(x, two)
        result["discriminant"] = {"probabilities": LinearDiscriminantAnalysis(solver="lsqr").fit(better(x), three)
                                  .predict_proba(better(x))[:, 1]}
    if name not in ("huge", "tiny", "offset"):
        result["logistic"] = logistic(x, two, 1.0)
        result["logisticWeighted"] = logistic(x, two, 1.0, WEIGHTS)
        result["softmax"] = softmax(x, three, 1.0)
        result["softmaxWeighted"] = softmax(x, three, 1.0, WEIGHTS)
        result["components"] = {"predictions": PCA(svd_solver="full").fit(x).explained_variance_}
    return result


def metrics():
    numbers = Numbers(9)
    scores, truth = numbers.vector(40), numbers.vector(40)
    scores = np.round(scores, 1)
    labels = (truth + scores > 0).astype(int)
    raw = np.abs(numbers.matrix(40, 3)) + 0.05
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    three = np.arange(40) % 3
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == three
    bins = np.ceil(confidence * 10).astype(int)
    calibration = sum(abs(confidence[bins == b].sum() - right[bins == b].sum()) for b in np.unique(bins)) / 40
    return {"auc": roc_auc_score(labels, scores), "r2": r2_score(truth, scores),
            "logLoss": log_loss(three, probabilities), "calibration": float(calibration)}


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value.tolist() if isinstance(value, np.ndarray) else float(value)


KINDS = ["plain", "huge", "tiny", "offset", "units", "duplicate", "constant"]
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "columns.json"), "w") as f:
    rows = [f'"{name}": {json.dumps(plain(kind(name)), sort_keys=True)}' for name in KINDS]
    f.write('{"kinds": {\n' + ",\n".join(rows) + '\n},\n"metrics": ' + json.dumps(plain(metrics()), sort_keys=True) + "}\n")
