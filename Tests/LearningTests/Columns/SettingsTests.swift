import Foundation
import Learning
import Testing

/// Settings that make no sense are errors with their values, in place of a trap or an answer.
@Suite struct SettingsTests {
    private static let x = Matrix([[1, 2], [3, 5], [4, 4], [0, 1]])
    private static let y = [1.0, 2, 0, 1]
    private static let labels = [0, 1, 1, 0]
    private static let xor = ClassificationData(
        inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), labels: [0, 1, 1, 0], classes: 2)
    private static let regression = RegressionData(inputs: x, targets: y)

    private static func range(_ setting: String, _ value: Double, _ allowed: String) -> LearningError {
        .outOfRange(setting: setting, value: value, allowed: allowed)
    }

    static let cases: [BadInputTests.Case] = [
        .init("boosting what no stump can tell", .noBetterThanChance(what: "The first tree", error: 0.5, chance: 0.5)) {
            _ = try AdaBoost(xor, rounds: 10)
        },
        .init("no trees of a bag", range("Trees", 0, "from 1 to 3")) {
            _ = try BaggedRegressionTrees(regression, count: 3, stream: RandomStream(seed: 1))
                .predictions(for: x, count: 0)
        },
        .init("more trees than a bag has", range("Trees", 4, "from 1 to 3")) {
            _ = try BaggedClassificationTrees(xor, count: 3, stream: RandomStream(seed: 1)).votes(for: x, count: 4)
        },
        .init("negative rounds", range("Rounds", -1, "from 1 to 1")) {
            let line = ClassificationData(inputs: Matrix([[0], [1]]), labels: [0, 1], classes: 2)
            _ = try AdaBoost(line, rounds: 3).predictions(for: Matrix([[0]]), rounds: -1)
        },
        .init("negative parts", range("Part", -1, "at least 0")) {
            var s = RandomStream(seed: 1)
            _ = try Split.parts([-1, 3], of: 5, using: &s)
        },
        .init("parts beyond counting", .tooFew(what: "examples", count: 5, needed: .max)) {
            var s = RandomStream(seed: 1)
            _ = try Split.parts([.max, .max], of: 5, using: &s)
        },
        .init("negative Newton steps", range("Newton steps", -1, "at least 0")) {
            _ = try LogisticRegression(penalty: 1, maximumSteps: -1).fit(x, labels)
        },
        .init("no tolerance of Newton", range("Tolerance", 0, "finite and above 0")) {
            _ = try LogisticRegression(penalty: 1, tolerance: 0).fit(x, labels)
        },
        .init("negative sweeps", range("Sweeps", -1, "at least 0")) {
            _ = try LassoProblem(x, y).solution(penalty: 1, maximumSweeps: -1)
        },
        .init("negative tolerance of the lasso", range("Tolerance", -1, "finite and above 0")) {
            _ = try LassoProblem(x, y).solution(penalty: 1, tolerance: -1)
        },
        .init("one penalty of a path", range("Penalties", 1, "at least 2")) { _ = try LassoProblem(x, y).penalties(1) },
        .init("a path that ends at its start", range("Smallest share", 1, "above 0 and below 1")) {
            _ = try LassoProblem(x, y).penalties(downTo: 1)
        },
        .init("negative steps of descent", range("Steps", -1, "at least 0")) {
            _ = try LassoProblem(x, y).proximalDescent(penalty: 1, step: 0.1, steps: -1)
        },
        .init("negative steps of sparse coding", range("Steps", -1, "at least 0")) {
            _ = try SparseCoding(dictionary: x).codes(for: Matrix(rows: 1, columns: 4), penalty: 1, steps: -1)
        },
        .init("negative steps of L-BFGS", range("Steps", -1, "at least 0")) {
            _ = try LBFGS(maximumSteps: -1).minimize(from: [1]) { ($0[0], [1]) }
        },
        .init("no memory of L-BFGS", range("Memory", 0, "at least 1")) {
            _ = try LBFGS(memory: 0).minimize(from: [1]) { ($0[0], [1]) }
        },
        .init("no tolerance of L-BFGS", range("Tolerance", -1, "finite and above 0")) {
            _ = try SoftmaxRegression(penalty: 1, optimizer: LBFGS(tolerance: -1)).fit(xor)
        },
        .init("a negative weight", range("Weight", -1, "at least 0")) {
            _ = try Ridge(penalty: 1).fit(x, y, weights: [1, 1, -1, 1])
        },
        .init("too few weights", .sizesDisagree(what: "Examples", 4, other: "weights", 1)) {
            _ = try SoftmaxRegression(penalty: 1).fit(xor, weights: [1])
        },
        .init("no weight at all", .empty(what: "examples with weight")) {
            _ = try LassoProblem(x, y, weights: [0, 0, 0, 0])
        },
        .init("displacements smoother than the image", range("elastic smoothness", 1e19, "at most the side, 4")) {
            let images = LabelledImages(
                side: 4, classes: 2, pixels: Array(repeating: 0.5, count: 16), labels: [0])
            _ = try Augmentation(elastic: .init(smoothness: 1e19, strength: 1)).apply(to: images, RandomStream(seed: 1))
        },
        .init("Ridge on another table", .sizesDisagree(what: "Features", 1, other: "features of the model", 2)) {
            _ = try Ridge(penalty: 1).fit(Matrix([[1, 2], [3, 5]]), [1, 2]).predictions(for: Matrix([[1]]))
        },
        .init(
            "Standardizer on another table",
            .sizesDisagree(what: "Features", 1, other: "features of the data it was fitted to", 2)
        ) { _ = try Standardizer(fitting: Matrix([[1, 2], [3, 5]])).apply(to: Matrix([[1]])) },
    ]

    @Test(arguments: cases) func isAnErrorWithItsValues(_ test: BadInputTests.Case) {
        #expect(throws: test.expected, "\(test.name)") { try test.run() }
    }

    @Test func weightsThatAddUpToOneSplit() throws {
        let tree = try ClassificationTree(
            SortedFeatures(Matrix([[0], [1], [2], [3]])), [0, 0, 1, 1], classes: 2, weights: [0.25, 0.25, 0.25, 0.25])
        #expect(tree.nodes.count == 3)
        let huge = try ClassificationTree(
            SortedFeatures(Matrix([[0], [1], [2], [3]])), [0, 0, 1, 1], classes: 2,
            weights: [1e300, 1e300, 1e300, 1e300])
        #expect(huge.nodes == tree.nodes && huge.leafShares == tree.leafShares)
    }

    @Test func anImageMovedOutOfSightIsBlack() throws {
        let images = LabelledImages(side: 4, classes: 2, pixels: Array(repeating: 0.5, count: 16), labels: [0])
        let moved = try Augmentation(translation: 1e19).apply(to: images, RandomStream(seed: 1))
        #expect(moved.pixels == Array(repeating: 0, count: 16))
        let torn = try Augmentation(elastic: .init(smoothness: 0, strength: 1e300)).apply(
            to: images, RandomStream(seed: 1))
        #expect(torn.pixels.allSatisfy { $0 >= 0 && $0 <= 0.5 })
    }

    /// scikit-learn goes on drawing until a feature varies (its issue 2829).
    @Test func forestsDrawOnWhereAllFeaturesAreConstant() throws {
        var s = RandomStream(seed: 3)
        let x = Matrix(rows: 300, columns: 50) { _, j in j == 0 ? s.uniform() : 7 }
        let labels = (0..<300).map { x[$0, 0] > 0.5 ? 1 : 0 }
        let forest = try BaggedClassificationTrees(
            ClassificationData(inputs: x, labels: labels, classes: 2), count: 20,
            limits: TreeLimits(featuresPerSplit: 7), stream: RandomStream(seed: 4))
        #expect(forest.trees.allSatisfy { $0.nodes.count == 3 })
        #expect(try forest.predictions(for: x) == labels)
    }

    @Test func aTreeAskedAboutFewerColumns() throws {
        let x = Matrix(rows: 40, columns: 3) { i, j in j == 2 ? Double(i) : 0 }
        let targets = (0..<40).map { $0 < 20 ? -1.0 : 1 }
        let narrow = Matrix([[0], [100], [100]])
        let bag = try BaggedRegressionTrees(
            RegressionData(inputs: x, targets: targets), count: 2, stream: RandomStream(seed: 1))
        let tree = try RegressionTree(SortedFeatures(x), targets)
        #expect(throws: LearningError.sizesDisagree(what: "Features", 1, other: "features of the tree", 3)) {
            try tree.predictions(for: narrow)
        }
        #expect(throws: LearningError.sizesDisagree(what: "Features", 1, other: "features of the trees", 3)) {
            try bag.predictions(for: narrow)
        }
    }
}
