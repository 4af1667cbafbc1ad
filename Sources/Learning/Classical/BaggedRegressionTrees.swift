/// Bagged regression trees (Breiman 1996, "Bagging predictors"): each tree is grown on a bootstrap resample, and their
/// predictions are averaged. With `TreeLimits.featuresPerSplit` it is a random forest.
public struct BaggedRegressionTrees: Sendable, Codable, Equatable {
    public let trees: [RegressionTree]

    /// - Parameters:
    ///   - count: how many trees.
    ///   - threads: how many cores may work; the trees do not depend on it.
    /// - Throws: `LearningError` for no trees, and as `RegressionTree`.
    public init(
        _ data: RegressionData, count: Int, limits: TreeLimits = TreeLimits(), stream: RandomStream, threads: Int = 1
    ) throws(LearningError) {
        guard count > 0 else { throw .empty(what: "trees") }
        let inputs = try SortedFeatures(data.inputs)
        trees = try concurrentMap(count, threads: threads) { index throws(LearningError) in
            let own = stream.split("tree", index)
            return try RegressionTree(
                inputs, data.targets, weights: own.split("resample").bootstrapWeights(data.count), limits: limits,
                stream: own.split("features"))
        }
    }

    /// The mean prediction of the first `count` trees, of all when nil, for each row of `x`.
    public func predictions(for x: Matrix, count: Int? = nil, threads: Int = 1) -> [Double] {
        let used = trees.prefix(count ?? trees.count)
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
