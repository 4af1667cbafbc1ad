import DataSets
import LinearAlgebra

/// Bagged classification trees: each is grown on a bootstrap resample, and they vote with one voice each. With
/// `TreeLimits.featuresPerSplit` it is a random forest (Breiman 2001).
public struct BaggedClassificationTrees: Sendable, Codable, Equatable {
    public let trees: [ClassificationTree]
    public let classes: Int
    /// The share of examples that the trees grown without them get wrong by their votes, an estimate of the error on new
    /// examples (Breiman 2001). Examples that no tree left out don't count; nil when there are none, or when not asked for.
    public let outOfBagError: Double?

    /// - Parameters:
    ///   - count: how many trees.
    ///   - estimatingError: whether `outOfBagError` is wanted.
    ///   - threads: how many cores may work; the trees do not depend on it.
    /// - Throws: `LearningError` for no trees, and as `ClassificationTree`.
    public init(
        _ data: ClassificationData, count: Int, limits: TreeLimits = TreeLimits(), stream: RandomStream,
        estimatingError: Bool = false, threads: Int = 1
    ) throws(LearningError) {
        guard count > 0 else { throw .empty(what: "trees") }
        let inputs = try SortedFeatures(data.inputs)
        classes = data.classes
        let weights: @Sendable (Int) -> [Double] = { index in
            stream.split("tree", index).split("resample").bootstrapWeights(data.count)
        }
        let trees = try concurrentMap(count, threads: threads) { index throws(LearningError) in
            try ClassificationTree(
                inputs, data.labels, classes: data.classes, weights: weights(index), limits: limits,
                stream: stream.split("tree", index).split("features"))
        }
        self.trees = trees
        guard estimatingError else {
            outOfBagError = nil
            return
        }
        var votes = Matrix(rows: data.count, columns: data.classes)
        for (index, tree) in trees.enumerated() {
            let predictions = try tree.predictions(for: data.inputs)
            for (row, weight) in weights(index).enumerated() where weight == 0 { votes[row, predictions[row]] += 1 }
        }
        let judged = (0..<data.count).filter { votes.row($0).largestMagnitude > 0 }
        outOfBagError =
            judged.isEmpty
            ? nil : votes.selectingRows(judged).rowMaxima.errorRate(against: judged.map { data.labels[$0] })
    }

    /// The share of the first `count` trees, of all when nil, that vote for each class: rows × classes.
    /// - Throws: `LearningError` when there are fewer trees, `x` has other features or a value is not finite.
    public func votes(for x: Matrix, count: Int? = nil) throws(LearningError) -> Matrix {
        let used = try trees.first(count, "Trees")
        var votes = Matrix(rows: x.rows, columns: classes)
        for tree in used {
            let share = 1 / Double(used.count)
            for (row, label) in try tree.predictions(for: x).enumerated() { votes[row, label] += share }
        }
        return votes
    }

    /// The class with most votes for each row of `x`; the first of equal ones.
    /// - Throws: as `votes`.
    public func predictions(for x: Matrix, count: Int? = nil) throws(LearningError) -> [Int] {
        try votes(for: x, count: count).rowMaxima
    }
}

extension BaggedClassificationTrees {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let trees = try container.decode([ClassificationTree].self, forKey: .trees)
        let classes = try container.decode(Int.self, forKey: .classes)
        try decoder.check { () throws(LearningError) in try trees.requireLikeness(classes: classes) }
        self.trees = trees
        self.classes = classes
        outOfBagError = try container.decodeIfPresent(Double.self, forKey: .outOfBagError)
    }
}
