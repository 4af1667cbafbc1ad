/// A classification tree (CART, Breiman et al. 1984), grown for the least Gini impurity.
public struct ClassificationTree: Sendable, Codable, Equatable {
    public let nodes: [TreeNode]
    /// The share of each class in each leaf.
    public let leafShares: [[Double]]
    public let classes: Int

    /// - Parameters:
    ///   - labels: in 0..<`classes`.
    ///   - weights: how much each example counts, 0 to leave it out; all 1 when nil.
    ///   - stream: draws the features of each split, when `limits` ask for that.
    /// - Throws: `LearningError` for empty or disagreeing data, labels out of range, negative weights, and limits outside
    ///   their range.
    public init(
        _ inputs: SortedFeatures, _ labels: [Int], classes: Int, weights: [Double]? = nil,
        limits: TreeLimits = TreeLimits(), stream: RandomStream = RandomStream(seed: 0)
    ) throws(LearningError) {
        guard labels.count == inputs.rows else {
            throw .sizesDisagree(what: "Examples", inputs.rows, other: "labels", labels.count)
        }
        try labels.requireClasses(classes)
        let weights = try checkedWeights(weights, inputs, limits)
        let grown = labels.map(Int32.init).withUnsafeBufferPointer { labels in
            weights.withUnsafeBufferPointer { buffer -> (nodes: [TreeNode], leafValues: [[Double]])? in
                guard let labels = labels.baseAddress, let base = buffer.baseAddress else { return nil }
                let criterion = GiniCriterion(labels: labels, weights: base, classes: classes)
                let grower = TreeGrower(inputs, weights: weights, limits: limits, criterion: criterion, stream: stream)
                return grower.grow()
            }
        }
        nodes = grown?.nodes ?? []
        leafShares = grown?.leafValues ?? []
        self.classes = classes
    }

    /// The share of each class in the leaf of each row of `x`: rows × classes.
    public func shares(for x: Matrix) -> Matrix {
        var shares = Matrix(rows: x.rows, columns: classes)
        nodes.forEachRow(of: x) { row, leaf in
            for k in 0..<classes { shares[row, k] = leafShares[leaf][k] }
        }
        return shares
    }

    /// The most frequent class in the leaf of each row of `x`; the first of those equally frequent.
    public func predictions(for x: Matrix) -> [Int] {
        let winners = leafShares.map(\.indexOfMaximum)
        var predictions = [Int](repeating: 0, count: x.rows)
        nodes.forEachRow(of: x) { predictions[$0] = winners[$1] }
        return predictions
    }
}
