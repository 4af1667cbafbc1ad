import Learning
import Testing

/// Each kind of bad input is an error that holds the values, whichever estimator it is given to.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomStringConvertible {
        let name: String
        let expected: LearningError
        let run: @Sendable () throws -> Void

        init(_ name: String, _ expected: LearningError, _ run: @escaping @Sendable () throws -> Void) {
            self.name = name
            self.expected = expected
            self.run = run
        }

        var description: String { name }
    }

    static let x = Matrix([[1, 2], [3, 5], [4, 4], [0, 1]])
    static let y = [1.0, 2, 0, 1]
    static let dependent = Matrix([[1, 2], [3, 6], [4, 8], [0, 0]])
    static let none = Matrix(rows: 0, columns: 2)
    static let broken = Matrix([[1, 2], [3, .nan], [4, 4], [0, 1]])
    static let twoOfThree = ClassificationData(inputs: x, labels: [0, 2, 2, 0], classes: 3)
    static let nobody = ClassificationData(inputs: none, labels: [], classes: 2)

    static func trainer(_ optimizer: SGD, keep: Double = 0.5) throws {
        _ = try Trainer<Float>(
            Network(input: .vector(20)) {
                Dropout(keep: keep)
                Dense(units: 3)
            }, optimizer, on: TrainingRunTests.clouds(9), stream: RandomStream(seed: 1))
    }

    static let shapes: [Case] = [
        Case("ridge", .sizesDisagree(what: "Examples", 4, other: "targets", 3)) {
            _ = try Ridge(penalty: 1).fit(x, [1, 2, 3])
        },
        Case("logistic", .sizesDisagree(what: "Examples", 4, other: "labels", 2)) {
            _ = try LogisticRegression(penalty: 1).fit(x, [0, 1])
        },
        Case("eigenvalues", .sizesDisagree(what: "Rows", 4, other: "columns", 2)) { _ = try x.symmetricEigen() },
        Case("neighbours", .sizesDisagree(what: "Features", 2, other: "features of the examples", 3)) {
            _ = try NearestNeighbors(Matrix(rows: 4, columns: 3)).neighbors(of: x, count: 1)
        },
        Case("examples", .sizesDisagree(what: "numbers in an example", 20, other: "inputs of the network", 4)) {
            _ = try Trainer<Float>(
                Network(input: .vector(4)) { Dense(units: 3) }, SGD(rate: 0.1), on: TrainingRunTests.clouds(9),
                stream: RandomStream(seed: 1))
        },
    ]

    static let empty: [Case] = [
        Case("ridge", .empty(what: "examples")) { _ = try Ridge(penalty: 1).fit(none, []) },
        Case("lasso", .empty(what: "examples")) { _ = try LassoProblem(none, []) },
        Case("logistic", .empty(what: "examples")) { _ = try LogisticRegression(penalty: 1).fit(none, []) },
        Case("softmax", .empty(what: "examples")) { _ = try SoftmaxRegression(penalty: 1).fit(nobody) },
        Case("standardizer", .empty(what: "examples")) { _ = try Standardizer(fitting: none) },
        Case("layers", .empty(what: "layers")) { _ = try Network(input: .vector(3), layers: []) },
        Case("bayes", .missingClass(label: 0, classes: 2)) { _ = try GaussianNaiveBayes(nobody) },
    ]

    static let missing: [Case] = [
        Case("logistic", .missingClass(label: 1, classes: 2)) {
            _ = try LogisticRegression(penalty: 1).fit(x, [0, 0, 0, 0])
        },
        Case("softmax", .missingClass(label: 1, classes: 3)) { _ = try SoftmaxRegression(penalty: 1).fit(twoOfThree) },
        Case("discriminant", .missingClass(label: 1, classes: 3)) { _ = try LinearDiscriminant(twoOfThree) },
        Case("bayes", .missingClass(label: 1, classes: 3)) { _ = try GaussianNaiveBayes(twoOfThree) },
    ]

    static let singular: [Case] = [
        Case("ridge", .singular(what: "XᵀX + αI with α = 0.0", size: 2)) {
            _ = try Ridge(penalty: 0).fit(dependent, y)
        },
        Case("cholesky", .notPositiveDefinite(size: 2, minor: 2)) { _ = try Cholesky(Matrix([[1, 2], [2, 4]])) },
        Case("dictionary", .singular(what: "DᵀD", size: 2)) {
            _ = try SparseCoding(dictionary: Matrix(rows: 3, columns: 2))
        },
        Case("separable", .separable) { _ = try LogisticRegression(penalty: 0).fit(x, [1, 1, 0, 0].map { 1 - $0 }) },
    ]

    static let notFinite: [Case] = [
        Case("ridge", .notFinite(what: "Input value", index: 3, value: .infinity)) {
            var infinite = x
            infinite[1, 1] = .infinity
            _ = try Ridge(penalty: 1).fit(infinite, y)
        },
        Case("targets", .notFinite(what: "Target", index: 2, value: -.infinity)) {
            _ = try Ridge(penalty: 1).fit(x, [1, 2, -.infinity, 3])
        },
        Case("input of a network", .notFinite(what: "Input", index: 1, value: .infinity)) {
            let odd = Examples<Float>(shape: .vector(2), inputs: [1, .infinity], targets: .labels([0]))
            _ = try Trainer(
                Network(input: .vector(2)) { Dense(units: 2) }, SGD(rate: 0.1), on: odd, stream: RandomStream(seed: 1))
        },
        Case("target of a network", .notFinite(what: "Target", index: 0, value: .infinity)) {
            let odd = Examples<Float>(shape: .vector(2), inputs: [1, 2], targets: .values([.infinity], columns: 1))
            _ = try Trainer(
                Network(input: .vector(2)) { Dense(units: 1) }, SGD(rate: 0.1), loss: .squared, on: odd,
                stream: RandomStream(seed: 1))
        },
    ]

    static let settings: [Case] = [
        Case("ridge", .outOfRange(setting: "Penalty", value: -1, allowed: "finite and at least 0")) {
            _ = try Ridge(penalty: -1).fit(x, y)
        },
        Case("logistic", .outOfRange(setting: "Penalty", value: -2, allowed: "finite and at least 0")) {
            _ = try LogisticRegression(penalty: -2).fit(x, [0, 1, 1, 0])
        },
        Case("weight decay", .outOfRange(setting: "penalty", value: -0.5, allowed: "finite and at least 0")) {
            try trainer(SGD(rate: 0.1, penalty: Penalty(l2: -0.5)))
        },
        Case("a layer's penalty", .outOfRange(setting: "penalty", value: .infinity, allowed: "finite and at least 0")) {
            try trainer(SGD(rate: 0.1, layerPenalties: [1: Penalty(l1: .infinity)]))
        },
        Case("max-norm", .outOfRange(setting: "max-norm", value: 0, allowed: "above 0")) {
            try trainer(SGD(rate: 0.1, maxNorm: 0))
        },
        Case("rate", .outOfRange(setting: "learning rate", value: .infinity, allowed: "finite and above 0")) {
            try trainer(SGD(rate: .constant(.infinity)))
        },
        Case("momentum", .outOfRange(setting: "momentum", value: 1, allowed: "at least 0 and below 1")) {
            try trainer(SGD(rate: 0.1, momentum: 1))
        },
        Case("batch", .outOfRange(setting: "batch", value: 0, allowed: "at least 1")) {
            try trainer(SGD(batch: 0, rate: 0.1))
        },
        Case("keep 0", .outOfRange(setting: "keep-probability", value: 0, allowed: "above 0 and at most 1")) {
            try trainer(SGD(rate: 0.1), keep: 0)
        },
        Case("keep 1.5", .outOfRange(setting: "keep-probability", value: 1.5, allowed: "above 0 and at most 1")) {
            try trainer(SGD(rate: 0.1), keep: 1.5)
        },
        Case("patience", .outOfRange(setting: "patience", value: 0, allowed: "at least 1")) {
            _ = try EarlyStopping(patience: 0)
        },
        Case("activity", .outOfRange(setting: "activity penalty", value: -1, allowed: "at least 0")) {
            _ = try Network(input: .vector(3)) { ActivityPenalty(.absolute, strength: -1) }
        },
    ]

    @Test(arguments: shapes + empty + missing + singular + notFinite + settings)
    func isAnErrorWithItsValues(_ test: Case) {
        #expect(throws: test.expected, "\(test.name)") { try test.run() }
        #expect(!test.expected.description.isEmpty)
    }

    @Test func aNaNIsNamedByItsPlace() {
        #expect {
            try Ridge(penalty: 1).fit(Self.broken, Self.y)
        } throws: { error in
            guard case LearningError.notFinite("Input value", 3, let value) = error else { return false }
            return value.isNaN
        }
    }
}
