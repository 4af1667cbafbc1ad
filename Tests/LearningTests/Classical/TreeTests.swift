import Learning
import Testing

@Suite struct TreeTests {
    private let friedman: RegressionData = {
        var stream = RandomStream(seed: 31, name: "tree")
        return FriedmanFamily.one.sample(200, using: &stream)
    }()
    private let waves: ClassificationData = {
        var stream = RandomStream(seed: 31, name: "waves")
        return WaveformFamily.sample(300, using: &stream)
    }()

    @Test func aFullTreeRemembersItsData() throws {
        let tree = try RegressionTree(SortedFeatures(friedman.inputs), friedman.targets)
        #expect(try tree.predictions(for: friedman.inputs).subtracting(friedman.targets).largestMagnitude < 1e-12)
        let classes = try ClassificationTree(SortedFeatures(waves.inputs), waves.labels, classes: 3)
        #expect(try classes.predictions(for: waves.inputs) == waves.labels)
    }

    /// Every split of every feature, tried by the definition.
    @Test func aStumpIsTheBestSplit() throws {
        let x = friedman.inputs
        let weights = (0..<200).map { Double($0 % 4) }
        func weightedSquares(_ chosen: [Int]) -> Double {
            let w = chosen.map { weights[$0] }
            let y = chosen.map { friedman.targets[$0] }
            let total = w.reduce(0, +)
            guard total > 0 else { return .infinity }
            let mean = w.dot(y) / total
            return w.dot(y.map { ($0 - mean) * ($0 - mean) })
        }
        var best = Double.infinity
        for j in 0..<x.columns {
            for threshold in x.column(j) {
                let left = (0..<200).filter { x[$0, j] <= threshold }
                let right = (0..<200).filter { x[$0, j] > threshold }
                best = min(best, weightedSquares(left) + weightedSquares(right))
            }
        }
        let stump = try RegressionTree(
            SortedFeatures(x), friedman.targets, weights: weights, limits: TreeLimits(depth: 1))
        #expect(stump.nodes.count == 3)
        let predictions = try stump.predictions(for: x)
        let residual = friedman.targets.subtracting(predictions)
        let found = weights.dot(residual.map { $0 * $0 })
        #expect(abs(found - best) < 1e-9 * best)
    }

    @Test func aStumpHasTheLeastGiniImpurity() throws {
        let x = waves.inputs
        func impurity(_ chosen: [Int]) -> Double {
            guard !chosen.isEmpty else { return 0 }
            let shares = (0..<3).map { k in Double(chosen.count { waves.labels[$0] == k }) / Double(chosen.count) }
            return Double(chosen.count) * (1 - shares.dot(shares))
        }
        var best = Double.infinity
        for j in 0..<x.columns {
            for threshold in x.column(j) {
                let left = (0..<300).filter { x[$0, j] <= threshold }
                let right = (0..<300).filter { x[$0, j] > threshold }
                best = min(best, impurity(left) + impurity(right))
            }
        }
        let stump = try ClassificationTree(SortedFeatures(x), waves.labels, classes: 3, limits: TreeLimits(depth: 1))
        let root = stump.nodes[0]
        let left = (0..<300).filter { x[$0, Int(root.feature)] <= root.threshold }
        let right = (0..<300).filter { x[$0, Int(root.feature)] > root.threshold }
        #expect(abs(impurity(left) + impurity(right) - best) < 1e-9)
    }

    @Test func repeatedExamplesAreWeights() throws {
        let rows = RandomStream(seed: 5).bootstrapWeights(200)
        let repeated = friedman.subset((0..<200).flatMap { Array(repeating: $0, count: Int(rows[$0])) })
        let limits = TreeLimits(depth: 4, leafWeight: 5)
        let a = try RegressionTree(SortedFeatures(repeated.inputs), repeated.targets, limits: limits)
        let b = try RegressionTree(SortedFeatures(friedman.inputs), friedman.targets, weights: rows, limits: limits)
        #expect(a.nodes == b.nodes)
        #expect(zip(a.leafValues, b.leafValues).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func limitsHold() throws {
        let sorted = try SortedFeatures(friedman.inputs)
        let tree = try RegressionTree(sorted, friedman.targets, limits: TreeLimits(leafWeight: 20))
        var sizes: [Double: Int] = [:]
        for value in try tree.predictions(for: friedman.inputs) { sizes[value, default: 0] += 1 }
        #expect(sizes.values.allSatisfy { $0 >= 20 })
        #expect(try RegressionTree(sorted, friedman.targets, limits: TreeLimits(depth: 0)).leafValues.count == 1)
        let constant = try RegressionTree(SortedFeatures(Matrix(rows: 3, columns: 1)), [1, 2, 6])
        #expect(constant.leafValues == [3])
        #expect(throws: LearningError.outOfRange(setting: "Features per split", value: 11, allowed: "from 1 to 10")) {
            try RegressionTree(sorted, friedman.targets, limits: TreeLimits(featuresPerSplit: 11))
        }
        #expect(throws: LearningError.labelOutOfRange(label: 3, index: 0, classes: 3)) {
            try ClassificationTree(SortedFeatures(Matrix([[1], [2]])), [3, 0], classes: 3)
        }
    }

    @Test func baggingHelpsAndDoesNotDependOnThreads() throws {
        var stream = RandomStream(seed: 31, name: "test")
        let test = FriedmanFamily.one.sample(1000, using: &stream)
        let one = try BaggedRegressionTrees(friedman, count: 30, stream: stream)
        let two = try BaggedRegressionTrees(friedman, count: 30, stream: stream, threads: 2)
        #expect(one == two)
        #expect(try one.predictions(for: test.inputs) == two.predictions(for: test.inputs, threads: 2))
        let alone = try RegressionTree(SortedFeatures(friedman.inputs), friedman.targets)
        let bagged = try one.predictions(for: test.inputs).subtracting(test.targets).norm
        #expect(try bagged < 0.85 * alone.predictions(for: test.inputs).subtracting(test.targets).norm)
        #expect(try one.predictions(for: test.inputs, count: 1) != one.predictions(for: test.inputs))
    }

    @Test func baggedClassifiersVote() throws {
        var stream = RandomStream(seed: 31, name: "test")
        let test = WaveformFamily.sample(1000, using: &stream)
        let bagged = try BaggedClassificationTrees(waves, count: 25, stream: stream, threads: 2)
        let alone = try ClassificationTree(SortedFeatures(waves.inputs), waves.labels, classes: 3)
        let error = try bagged.predictions(for: test.inputs).errorRate(against: test.labels)
        #expect(try error < alone.predictions(for: test.inputs).errorRate(against: test.labels) - 0.03)
        #expect(error < 0.24)
        let votes = try bagged.votes(for: test.inputs)
        #expect((0..<5).allSatisfy { abs(votes.row($0).reduce(0, +) - 1) < 1e-12 })
        #expect(throws: LearningError.empty(what: "trees")) {
            try BaggedClassificationTrees(waves, count: 0, stream: stream)
        }
    }
}
