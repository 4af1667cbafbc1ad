import DataSets
import LinearAlgebra
import Statistics

/// Bagged regression trees (Breiman 1996, "Bagging predictors"): each tree is grown on a bootstrap resample, and their
/// predictions are averaged. With `TreeLimits.featuresPerSplit` it is a random forest.
public struct BaggedRegressionTrees: Sendable, Codable, Equatable {
    public let trees: [RegressionTree]
    /// The mean squared error on examples of the trees grown without them, an estimate of the error on new examples
    /// (Breiman 2001). Examples that no tree left out don't count; nil when there are none, or when not asked for.
    public let outOfBagError: Double?

    /// - Parameters:
    ///   - count: how many trees.
    ///   - estimatingError: whether `outOfBagError` is wanted.
    ///   - threads: how many cores may work; the trees do not depend on it.
    /// - Throws: `LearningError` for no trees, and as `RegressionTree`.
    public init(
        _ data: RegressionData, count: Int, limits: TreeLimits = TreeLimits(), stream: RandomStream,
        estimatingError: Bool = false, threads: Int = 1
    ) throws(LearningError) {
        guard count > 0 else { throw .empty(what: "trees") }
        let inputs = try SortedFeatures(data.inputs)
        let weights: @Sendable (Int) -> [Double] = { index in
            stream.split("tree", index).split("resample").bootstrapWeights(data.count)
        }
        let trees = try concurrentMap(count, threads: threads) { index throws(LearningError) in
            try RegressionTree(
                inputs, data.targets, weights: weights(index), limits: limits,
                stream: stream.split("tree", index).split("features"))
        }
        self.trees = trees
        guard estimatingError else {
            outOfBagError = nil
            return
        }
        var sums = [Double](repeating: 0, count: data.count)
        var counts = sums
        for (index, tree) in trees.enumerated() {
            let predictions = try tree.predictions(for: data.inputs)
            for (row, weight) in weights(index).enumerated() where weight == 0 {
                sums[row] += predictions[row]
                counts[row] += 1
            }
        }
        let squares = data.targets.indices.filter { counts[$0] > 0 }.map { row in
            let difference = sums[row] / counts[row] - data.targets[row]
            return difference * difference
        }
        outOfBagError = squares.isEmpty ? nil : squares.mean
    }

    /// The mean prediction of the first `count` trees, of all when nil, for each row of `x`.
    /// - Throws: `LearningError` when there are fewer trees, `x` has other features or a value is not finite.
    public func predictions(
        for x: Matrix, count: Int? = nil, threads: Int = 1
    ) throws(LearningError) -> [Double] {
        let used = try trees.first(count, "Trees")
        try x.requireFeatures(trees[0].features, of: "the trees")
        let share = 1 / Double(used.count)
        // Rows in fixed blocks, and trees in their order, so that sums do not depend on the number of threads.
        let blocks = concurrentMap((x.rows + 511) / 512, threads: threads) { block in
            let rows = block * 512..<min((block + 1) * 512, x.rows)
            let part = x.selectingRows(rows)
            var sums = [Double](repeating: 0, count: part.rows)
            for tree in used { tree.addPredictions(for: part, to: &sums) }
            return sums.map { $0 * share }
        }
        return Array(blocks.joined())
    }
}

extension BaggedRegressionTrees {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let trees = try container.decode([RegressionTree].self, forKey: .trees)
        try decoder.check { () throws(LearningError) in try trees.requireLikeness() }
        self.trees = trees
        outOfBagError = try container.decodeIfPresent(Double.self, forKey: .outOfBagError)
    }
}
