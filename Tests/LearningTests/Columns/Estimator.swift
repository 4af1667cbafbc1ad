import Learning

/// One public estimator, from a table to the numbers it answers.
struct Estimator: Sendable, CustomStringConvertible {
    let name: String
    let answers: @Sendable (_ training: Matrix, _ new: Matrix) throws -> [Double]

    var description: String { name }

    private static func targets(_ x: Matrix) -> [Double] { (0..<x.rows).map { Double($0 * 7 % 5) } }

    private static func labelled(_ x: Matrix) -> ClassificationData {
        ClassificationData(inputs: x, labels: (0..<x.rows).map { $0 * 7 % 5 % 2 }, classes: 2)
    }

    private static func regression(_ x: Matrix) -> RegressionData { RegressionData(inputs: x, targets: targets(x)) }

    private static func numbers(_ labels: [Int]) -> [Double] { labels.map(Double.init) }

    static let all: [Estimator] = [
        Estimator(name: "Ridge") { x, new in
            try Ridge(penalty: 0.1, fittingIntercept: true).fit(x, targets(x)).predictions(for: new)
        },
        Estimator(name: "Ridge without a penalty") { x, new in
            try Ridge(penalty: 0).fit(x, targets(x)).predictions(for: new)
        },
        Estimator(name: "RidgePath.effectiveParameters") { x, _ in
            let path = try RidgePath(x, targets(x), fittingIntercept: true)
            return [try path.effectiveParameters(penalty: 0), try path.effectiveParameters(penalty: 1)]
        },
        Estimator(name: "LassoProblem") { x, new in
            try LassoProblem(x, targets(x), fittingIntercept: true).solution(penalty: 0.1).model.predictions(for: new)
        },
        Estimator(name: "LogisticRegression") { x, new in
            try LogisticRegression(penalty: 0.1).fit(x, labelled(x).labels).predictions(for: new)
        },
        Estimator(name: "LogisticRegression without a penalty") { x, new in
            try LogisticRegression(penalty: 0).fit(x, labelled(x).labels).predictions(for: new)
        },
        Estimator(name: "SoftmaxRegression") { x, new in
            try SoftmaxRegression(penalty: 0.1).fit(labelled(x)).probabilities(for: new).elements
        },
        Estimator(name: "LinearDiscriminant") { x, new in
            try LinearDiscriminant(labelled(x), shrinkage: 0.1).classifier.probabilities(for: new).elements
        },
        Estimator(name: "GaussianNaiveBayes") { x, new in
            try GaussianNaiveBayes(labelled(x)).probabilities(for: new).elements
        },
        Estimator(name: "NearestNeighbors") { x, new in
            try NearestNeighbors(x).means(of: new, count: 1, targets: targets(x))
        },
        Estimator(name: "RegressionTree") { x, new in
            try RegressionTree(SortedFeatures(x), targets(x)).predictions(for: new)
        },
        Estimator(name: "ClassificationTree") { x, new in
            try ClassificationTree(SortedFeatures(x), labelled(x).labels, classes: 2).shares(for: new).elements
        },
        Estimator(name: "BaggedRegressionTrees") { x, new in
            try BaggedRegressionTrees(regression(x), count: 3, stream: RandomStream(seed: 1), estimatingError: true)
                .predictions(for: new)
        },
        Estimator(name: "BaggedClassificationTrees") { x, new in
            try BaggedClassificationTrees(
                labelled(x), count: 3, limits: TreeLimits(featuresPerSplit: 1), stream: RandomStream(seed: 1),
                estimatingError: true
            ).votes(for: new).elements
        },
        Estimator(name: "AdaBoost") { x, new in
            numbers(try AdaBoost(labelled(x), rounds: 3).predictions(for: new))
        },
        Estimator(name: "PrincipalComponents") { x, new in
            try PrincipalComponents(x, count: 1).project(new).elements
        },
        Estimator(name: "Standardizer") { x, new in try Standardizer(fitting: x).apply(to: new).elements },
        Estimator(name: "SparseCoding") { x, new in
            try SparseCoding(dictionary: x.transposed).codes(for: new, penalty: 0.1, steps: 20).elements
        },
        Estimator(name: "LinearGaussian") { x, new in
            try LinearGaussian(features: 3, precision: 1, noiseVariance: 1).posterior(x, targets(x))
                .predictive(for: new).means
        },
        Estimator(name: "SquaredLoss") { x, _ in try SquaredLoss(inputs: x, targets: targets(x)).optimum() },
        Estimator(name: "leastSquares") { x, _ in try x.leastSquares(targets(x)) },
    ]
}
