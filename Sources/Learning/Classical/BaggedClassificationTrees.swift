/// Bagged classification trees: each is grown on a bootstrap resample, and they vote with one voice each.
public struct BaggedClassificationTrees: Sendable, Codable, Equatable {
    public let trees: [ClassificationTree]
    public let classes: Int

    /// - Parameters:
    ///   - count: how many trees.
    ///   - threads: how many cores may work; the trees do not depend on it.
    /// - Throws: `LearningError` for no trees, and as `ClassificationTree`.
    public init(
        _ data: ClassificationData, count: Int, limits: TreeLimits = TreeLimits(), stream: RandomStream,
        threads: Int = 1
    ) throws(LearningError) {
        guard count > 0 else { throw .empty(what: "trees") }
        let inputs = try SortedFeatures(data.inputs)
        classes = data.classes
        trees = try concurrentMap(count, threads: threads) { index throws(LearningError) in
            let own = stream.split("tree", index)
            return try ClassificationTree(
                inputs, data.labels, classes: data.classes,
                weights: own.split("resample").bootstrapWeights(data.count), limits: limits,
                stream: own.split("features"))
        }
    }

    /// The share of the first `count` trees, of all when nil, that vote for each class: rows × classes.
    public func votes(for x: Matrix, count: Int? = nil) -> Matrix {
        let used = trees.prefix(count ?? trees.count)
        var votes = Matrix(rows: x.rows, columns: classes)
        for tree in used {
            for (row, label) in tree.predictions(for: x).enumerated() { votes[row, label] += 1 / Double(used.count) }
        }
        return votes
    }

    /// The class with most votes for each row of `x`; the first of equal ones.
    public func predictions(for x: Matrix, count: Int? = nil) -> [Int] { votes(for: x, count: count).rowMaxima }
}
