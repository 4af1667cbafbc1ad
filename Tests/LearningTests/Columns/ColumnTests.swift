import Learning
import Testing

/// Every estimator against scikit-learn on columns of every size, with and without weights.
@Suite struct ColumnTests {
    static let kinds = ["plain", "huge", "tiny", "offset", "units", "duplicate", "constant"]
    private let fixtures: ColumnFixtures

    init() throws { fixtures = try ColumnFixtures.load() }

    private func answer(_ kind: String, _ name: String) throws -> ColumnFixtures.Answer? { fixtures.kinds[kind]?[name] }

    private func isClose(_ a: [Double], _ b: [Double]?, _ tolerance: Double) -> Bool {
        guard let b, a.count == b.count else { return false }
        return zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(abs($1), 1) }
    }

    /// Weights of columns in units far apart, each judged by what it does to a column of its size.
    private func expectEqual(
        _ model: LinearModel, _ kind: String, _ name: String, _ tolerance: Double = 1e-8
    ) throws {
        let expected = try #require(try answer(kind, name))
        let weights = try #require(expected.weights)
        let x = ColumnFixtures.problem(kind).x
        for (j, (found, wanted)) in zip(model.weights, weights).enumerated() {
            let column = x.column(j)
            #expect(
                abs(found - wanted) * column.standardDeviation <= tolerance,
                "\(name) on \(kind): weight \(j) is \(found), not \(wanted)")
        }
        let predictions = try model.predictions(for: x)
        let shouldBe = (x * weights).map { $0 + (expected.intercept ?? .nan) }
        #expect(isClose(predictions, shouldBe, 1e-6), "\(name) on \(kind)")
    }

    @Test(arguments: kinds) func ridge(kind: String) throws {
        let (x, y, _, _) = ColumnFixtures.problem(kind)
        let ridge = Ridge(penalty: 1, fittingIntercept: true)
        try expectEqual(ridge.fit(x, y), kind, "ridge")
        try expectEqual(ridge.fit(x, y, weights: ColumnFixtures.weights), kind, "ridgeWeighted")
        let twice = ColumnFixtures.weights.scaled(by: 2)
        let mean = Ridge(penalty: 1 / twice.reduce(0, +), scale: .mean, fittingIntercept: true)
        #expect(
            isClose(
                try mean.fit(x, y, weights: twice).predictions(for: x),
                try Ridge(penalty: 0.5, fittingIntercept: true).fit(x, y, weights: ColumnFixtures.weights)
                    .predictions(for: x), 1e-9))
    }

    @Test(arguments: kinds) func lassoAndElasticNet(kind: String) throws {
        let (x, y, _, _) = ColumnFixtures.problem(kind)
        for (name, share, weights) in [
            ("lasso", 1.0, nil), ("lassoWeighted", 1, ColumnFixtures.weights), ("elasticNet", 0.5, nil),
        ] {
            let problem = try LassoProblem(x, y, weights: weights, l1Share: share, fittingIntercept: true)
            let solution = try problem.solution(penalty: 0.05, tolerance: 1e-13)
            #expect(problem.relativeGap(solution.weights, penalty: 0.05) < 1e-11, "\(name) on \(kind)")
            // Of two equal columns the lasso may take either.
            if kind == "duplicate" { continue }
            try expectEqual(solution.model, kind, name, 1e-6)
        }
    }

    @Test(arguments: kinds) func classifiersByLikelihood(kind: String) throws {
        let (x, _, two, three) = ColumnFixtures.problem(kind)
        func probability(_ model: LinearModel) throws -> [Double] { try model.predictions(for: x).map(logistic) }
        let penalized = LogisticRegression(penalty: 1, scale: .sum)
        if let expected = try answer(kind, "logistic") {
            #expect(isClose(try probability(penalized.fit(x, two)), expected.probabilities, 1e-9))
            let weighted = try penalized.fit(x, two, weights: ColumnFixtures.weights)
            #expect(
                isClose(try probability(weighted), try answer(kind, "logisticWeighted")?.probabilities, 1e-9))
            let softmax = SoftmaxRegression(penalty: 1, scale: .sum, optimizer: LBFGS(tolerance: 1e-11))
            #expect(
                isClose(
                    try softmax.fit(three).probabilities(for: x).column(1),
                    try answer(kind, "softmax")?.probabilities, 1e-7))
            #expect(
                isClose(
                    try softmax.fit(three, weights: ColumnFixtures.weights).probabilities(for: x).column(1),
                    try answer(kind, "softmaxWeighted")?.probabilities, 1e-7))
        }
        if let expected = try answer(kind, "unpenalized") {
            let free = try LogisticRegression(penalty: 0).fit(x, two)
            #expect(isClose(try probability(free), expected.probabilities, 1e-6))
            let data = ClassificationData(inputs: x, labels: two, classes: 2)
            let softmax = try SoftmaxRegression(penalty: 0, optimizer: LBFGS(tolerance: 1e-11)).fit(data)
            #expect(isClose(try softmax.probabilities(for: x).column(1), expected.probabilities, 1e-6))
        }
    }

    @Test(arguments: kinds) func classicalClassifiers(kind: String) throws {
        let (x, _, _, three) = ColumnFixtures.problem(kind)
        if let expected = try answer(kind, "discriminant") {
            let found = try LinearDiscriminant(three).classifier.probabilities(for: x).column(1)
            #expect(isClose(found, expected.probabilities, 1e-6))
        }
        let bayes = try GaussianNaiveBayes(three).probabilities(for: x).column(1)
        #expect(isClose(bayes, try answer(kind, "bayes")?.probabilities, 1e-7))
        let near = try NearestNeighbors(x.selectingRows(10..<60))
            .classes(of: x.selectingRows(0..<10), count: 1, labels: Array(three.labels[10...]), classes: 3)
        #expect(near.map(Double.init) == (try answer(kind, "neighbours")?.predictions))
    }

    @Test(arguments: kinds) func trees(kind: String) throws {
        let (x, y, _, three) = ColumnFixtures.problem(kind)
        let inputs = try SortedFeatures(x)
        let tree = try RegressionTree(inputs, y, limits: TreeLimits(depth: 3))
        #expect(isClose(try tree.predictions(for: x), try answer(kind, "tree")?.predictions, 1e-10))
        let weighted = try RegressionTree(
            inputs, y, weights: ColumnFixtures.weights, limits: TreeLimits(depth: 3))
        #expect(isClose(try weighted.predictions(for: x), try answer(kind, "treeWeighted")?.predictions, 1e-10))
        let classes = try ClassificationTree(
            inputs, three.labels, classes: 3, weights: ColumnFixtures.weights, limits: TreeLimits(depth: 2))
        #expect(
            isClose(try classes.shares(for: x).column(1), try answer(kind, "classificationTree")?.predictions, 1e-10))
    }

    @Test(arguments: kinds) func scalesOfColumns(kind: String) throws {
        let x = ColumnFixtures.problem(kind).x
        let standardized = try Standardizer(fitting: x).apply(to: x).column(1)
        #expect(isClose(standardized, try answer(kind, "standardized")?.predictions, 1e-9))
        if let expected = try answer(kind, "components") {
            #expect(isClose(try PrincipalComponents(x).variances, expected.predictions, 1e-10))
        }
    }

    @Test func metrics() throws {
        var numbers = ReferenceNumbers(seed: 9)
        let scores = numbers.vector(40).map { (10 * $0).rounded(.toNearestOrEven) / 10 }
        let truth = numbers.vector(40)
        let labels = zip(truth, scores).map { $0 + $1 > 0 ? 1 : 0 }
        let raw = numbers.matrix(40, 3).mapped { abs($0) + 0.05 }
        let probabilities = Matrix(rows: 40, columns: 3) { raw[$0, $1] / raw.row($0).reduce(0, +) }
        let three = (0..<40).map { $0 % 3 }
        let expected = fixtures.metrics
        #expect(abs(try scores.areaUnderROC(labels: labels) - expected.auc) < 1e-12)
        #expect(abs(try scores.rSquared(against: truth) - expected.r2) < 1e-12)
        #expect(abs(try probabilities.logLoss(labels: three) - expected.logLoss) < 1e-12)
        #expect(abs(try probabilities.calibrationError(labels: three, bins: 10) - expected.calibration) < 1e-12)
    }
}
