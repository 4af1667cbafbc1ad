import Learning
import Testing

/// 24 random problems of each kind against SciPy, scikit-learn and PyTorch.
@Suite struct ReferenceTests {
    private let reference: Reference

    init() throws { reference = try Reference.load() }

    private func close(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && a.subtracting(b).largestMagnitude <= tolerance * max(1, b.largestMagnitude)
    }

    @Test func theComparisonFailsForASmallDifference() {
        #expect(!close([1, 2], [1, 2.001], 1e-4))
        #expect(!close([1], [1, 2], 1))
        #expect(reference.eigen.count >= 20)
    }

    @Test func eigenvalues() throws {
        for problem in reference.eigen {
            var numbers = ReferenceNumbers(seed: problem.seed)
            let a = numbers.matrix(problem.size, problem.size)
            let eigen = try (a + a.transposed).symmetricEigen()
            #expect(close(eigen.values, problem.values, 1e-13), "seed \(problem.seed)")
            #expect(close(eigen.vectors.column(problem.size - 1), problem.vector, 1e-11), "seed \(problem.seed)")
        }
    }

    @Test func singularValuesAndLeastSquares() throws {
        for problem in reference.singular {
            var numbers = ReferenceNumbers(seed: problem.seed)
            let a = numbers.matrix(problem.rows, problem.columns)
            let b = numbers.vector(problem.rows)
            let svd = try a.singularValues()
            #expect(close(svd.values, problem.values, 1e-13), "seed \(problem.seed)")
            #expect(close(svd.right.column(0), problem.vector, 1e-11), "seed \(problem.seed)")
            #expect(close(try a.leastSquares(b), problem.solution, 1e-11), "seed \(problem.seed)")
            #expect(close(try a.pseudoinverse() * b, problem.solution, 1e-11), "seed \(problem.seed)")
        }
    }

    @Test func ridge() throws {
        for problem in reference.ridge {
            let data = Reference.regression(problem.seed, problem.rows, problem.columns)
            let model = try Ridge(penalty: problem.penalty, fittingIntercept: problem.fitsIntercept ?? false)
                .fit(data.inputs, data.targets)
            #expect(
                close(model.weights + [model.intercept], problem.weights + [problem.intercept], 1e-11),
                "seed \(problem.seed)")
        }
    }

    @Test func lassoAndElasticNet() throws {
        for problem in reference.lasso {
            let data = Reference.regression(problem.seed, problem.rows, problem.columns)
            let solver = try LassoProblem(
                data.inputs, data.targets, l1Share: problem.l1Share ?? 1,
                fittingIntercept: problem.fitsIntercept ?? false)
            let solution = try solver.solution(penalty: problem.penalty, tolerance: 1e-14)
            let model = solution.model
            #expect(
                close(model.weights + [model.intercept], problem.weights + [problem.intercept], 1e-6),
                "seed \(problem.seed)")
            #expect(solution.support == problem.weights.indices.filter { problem.weights[$0] != 0 })
        }
    }

    @Test func logisticRegression() throws {
        for problem in reference.logistic {
            let data = Reference.labelled(problem.seed, problem.rows, problem.columns, 2)
            let model = try LogisticRegression(penalty: problem.penalty, scale: .sum).fit(data.inputs, data.labels)
            #expect(
                close(model.weights + [model.intercept], problem.weights + [problem.intercept], 1e-8),
                "seed \(problem.seed)")
        }
    }

    @Test func softmaxRegression() throws {
        for problem in reference.softmax {
            let data = Reference.labelled(problem.seed, problem.rows, problem.columns, 3)
            let model = try SoftmaxRegression(
                penalty: problem.penalty, scale: .sum, optimizer: LBFGS(tolerance: 1e-10)
            ).fit(data)
            #expect(close(model.weights.elements, Array(problem.weights.joined()), 1e-6), "seed \(problem.seed)")
            #expect(close(model.intercepts, problem.intercepts, 1e-6), "seed \(problem.seed)")
        }
    }

    @Test func regressionTrees() throws {
        for problem in reference.tree {
            let data = Reference.regression(problem.seed, 40, 3)
            let tree = try RegressionTree(
                SortedFeatures(data.inputs), data.targets,
                limits: TreeLimits(depth: problem.depth, leafWeight: problem.leaf))
            #expect(
                close(try tree.predictions(for: data.inputs), problem.predictions, 1e-12),
                "seed \(problem.seed)")
        }
    }

    @Test func naiveBayesAndClassificationTrees() throws {
        for problem in reference.bayes {
            let data = Reference.labelled(problem.seed, 40, 3, 3)
            let found = try GaussianNaiveBayes(data, smoothing: 1e-3).probabilities(for: data.inputs)
            for (row, expected) in problem.probabilities.enumerated() {
                #expect(close(found.row(row), expected, 1e-12), "seed \(problem.seed)")
            }
            let tree = try ClassificationTree(
                SortedFeatures(data.inputs), data.labels, classes: 3, limits: TreeLimits(depth: 2))
            let shares = try tree.shares(for: data.inputs)
            let impurity = (0..<40).reduce(0) { $0 + 1 - shares.row($1).dot(shares.row($1)) }
            #expect(abs(impurity - problem.impurity) < 1e-9, "seed \(problem.seed)")
        }
    }

    @Test func adam() throws {
        for problem in reference.adam {
            let network = try Network(input: .vector(problem.columns)) {
                Dense(units: problem.hidden, activation: .tanh)
                Dense(units: 3)
            }
            let data = Reference.labelled(problem.seed, problem.rows, problem.columns, 3)
            let examples = Examples<Double>(
                shape: .vector(problem.columns), inputs: data.inputs.elements, targets: .labels(data.labels))
            let adam = Adam(
                batch: problem.rows, rate: 0.02, beta1: 0.8, beta2: 0.98, epsilon: 1e-6,
                weightDecay: problem.weightDecay, clipNorm: problem.clipNorm)
            let trainer = try Trainer(network, .adam(adam), on: examples, stream: RandomStream(seed: 1))
            var state = trainer.start()
            var numbers = ReferenceNumbers(seed: problem.seed + 100)
            state.parameters.values = numbers.vector(problem.parameters.count)
            try trainer.train(&state, steps: 20)
            #expect(close(state.parameters.values, problem.parameters, 1e-12), "seed \(problem.seed)")
        }
    }
}
