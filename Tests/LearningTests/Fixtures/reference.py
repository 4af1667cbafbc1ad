"""Writes reference.json: what SciPy, scikit-learn and PyTorch say to small random problems.

The inputs are not stored: both sides draw them from the same tiny generator, `Numbers`.
Run: python reference.py   (numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, torch 2.13.0)
"""
import json
import os

import numpy as np
import scipy.linalg as sl
import torch
from sklearn.linear_model import ElasticNet, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


class Numbers:
    """Park and Miller's generator with multiplier 48271, mapped to (-1, 1)."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = self.state * 48271 % 2147483647
        return self.state / 2147483647 * 2 - 1

    def vector(self, count):
        return np.array([self.next() for _ in range(count)])

    def matrix(self, rows, columns):
        return self.vector(rows * columns).reshape(rows, columns)


def positive(matrix):
    """Columns with their largest entry made positive."""
    return matrix * np.sign(matrix[np.abs(matrix).argmax(0), range(matrix.shape[1])])


def regression(seed, rows, columns):
    numbers = Numbers(seed)
    x = numbers.matrix(rows, columns)
    truth = numbers.vector(columns)
    return x, x @ truth * 3 + 1 + numbers.vector(rows)


def labelled(seed, rows, columns, classes):
    numbers = Numbers(seed)
    x = numbers.matrix(rows, columns)
    w = numbers.matrix(columns, classes)
    noise = numbers.matrix(rows, classes)
    return x, (x @ w + 1.5 * noise).argmax(1)


def eigen(seed):
    a = Numbers(seed).matrix(seed % 9 + 1, seed % 9 + 1)
    values, vectors = sl.eigh(a + a.T)
    return {"size": len(a), "values": values, "vector": positive(vectors)[:, -1]}


def singular(seed):
    rows, columns = seed % 7 + 2, seed % 5 + 1
    numbers = Numbers(seed)
    a, b = numbers.matrix(rows, columns), numbers.vector(rows)
    u, s, vt = sl.svd(a, full_matrices=False)
    return {"rows": rows, "columns": columns, "values": s, "vector": positive(vt.T)[:, 0], "solution": sl.lstsq(a, b)[0]}


def ridge(seed):
    rows, columns = seed % 13 + 4, seed % 6 + 2
    x, y = regression(seed, rows, columns)
    alpha, intercept = 10 ** (seed % 5 - 2.0), seed % 2 == 0
    m = Ridge(alpha=alpha, fit_intercept=intercept, solver="svd").fit(x, y)
    return {"rows": rows, "columns": columns, "penalty": alpha, "fitsIntercept": intercept,
            "weights": m.coef_, "intercept": float(m.intercept_)}


def lasso(seed):
    rows, columns = seed % 17 + 12, seed % 6 + 3
    x, y = regression(seed, rows, columns)
    alpha, share, intercept = 0.5 * 10 ** (-(seed % 4) - 0.0), [1.0, 1.0, 0.5][seed % 3], seed % 2 == 0
    m = ElasticNet(alpha=alpha, l1_ratio=share, fit_intercept=intercept, tol=1e-15, max_iter=10**6).fit(x, y)
    return {"rows": rows, "columns": columns, "penalty": alpha, "l1Share": share, "fitsIntercept": intercept,
            "weights": m.coef_, "intercept": float(m.intercept_)}


def logistic(seed):
    rows, columns = 30 + seed % 11, seed % 5 + 1
    x, y = labelled(seed, rows, columns, 2)
    alpha = 10 ** (seed % 4 - 2.0)
    m = LogisticRegression(C=1 / alpha, solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(x, y)
    return {"rows": rows, "columns": columns, "penalty": alpha, "weights": m.coef_[0], "intercept": float(m.intercept_[0])}


def softmax(seed):
    rows, columns = 40 + seed % 11, seed % 4 + 2
    x, y = labelled(seed, rows, columns, 3)
    alpha = 10 ** (seed % 4 - 2.0)
    m = LogisticRegression(C=1 / alpha, solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(x, y)
    return {"rows": rows, "columns": columns, "penalty": alpha, "weights": m.coef_.T,
            "intercepts": m.intercept_ - m.intercept_.mean()}


def tree(seed):
    """Predictions for the training inputs: where two features divide a node alike, which of them does is arbitrary."""
    x, y = regression(seed, 40, 3)
    m = DecisionTreeRegressor(random_state=0, max_depth=seed % 5 + 1, min_samples_leaf=seed % 3 + 1).fit(x, y)
    return {"depth": seed % 5 + 1, "leaf": seed % 3 + 1, "predictions": m.predict(x)}


def bayes(seed):
    x, y = labelled(seed, 40, 3, 3)
    m = GaussianNB(var_smoothing=1e-3).fit(x, y)
    t = DecisionTreeClassifier(random_state=0, max_depth=2).fit(x, y)
    return {"probabilities": m.predict_proba(x[:5]), "impurity": float((t.tree_.impurity * t.tree_.n_node_samples)[t.tree_.children_left < 0].sum())}


def adam(seed):
    """Full-batch steps of a network with one hidden layer; only weights decay."""
    rows, columns, hidden = 12 + seed % 7, seed % 4 + 2, seed % 3 + 2
    x, y = labelled(seed, rows, columns, 3)
    numbers = Numbers(seed + 100)
    blocks = [torch.tensor(numbers.matrix(*shape), requires_grad=True)
              for shape in [(columns, hidden), (1, hidden), (hidden, 3), (1, 3)]]
    clip = 0.2 if seed % 2 else None
    settings = dict(lr=0.02, betas=(0.8, 0.98), eps=1e-6)
    optimizer = torch.optim.AdamW([{"params": blocks[0::2], "weight_decay": 0.1 * (seed % 3)},
                                   {"params": blocks[1::2], "weight_decay": 0.0}], **settings)
    x, y = torch.tensor(x), torch.tensor(y)
    for _ in range(20):
        optimizer.zero_grad()
        logits = torch.tanh(x @ blocks[0] + blocks[1]) @ blocks[2] + blocks[3]
        torch.nn.functional.cross_entropy(logits, y).backward()
        if clip:
            # Without the term that torch adds to the norm before it divides.
            norm = torch.sqrt(sum((b.grad ** 2).sum() for b in blocks))
            if norm > clip:
                for b in blocks:
                    b.grad *= clip / norm
        optimizer.step()
    return {"rows": rows, "columns": columns, "hidden": hidden, "weightDecay": 0.1 * (seed % 3), "clipNorm": clip,
            "parameters": torch.cat([b.detach().flatten() for b in blocks]).numpy()}


def plain(value):
    return value.tolist() if isinstance(value, np.ndarray) else value


problems = [eigen, singular, ridge, lasso, logistic, softmax, tree, bayes, adam]
result = {p.__name__: [{"seed": s, **{k: plain(v) for k, v in p(s).items()}} for s in range(1, 25)] for p in problems}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.json"), "w") as f:
    f.write("{\n" + ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(row, sort_keys=True) for row in rows) + "\n]" for name, rows in result.items()) + "\n}\n")
