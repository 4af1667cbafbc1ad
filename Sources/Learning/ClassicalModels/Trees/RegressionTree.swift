import LinearAlgebra

/// A regression tree (CART, Breiman et al. 1984): constant on boxes, chosen greedily for the lowest squared error.
public struct RegressionTree: Sendable, Codable, Equatable {
    public let nodes: [TreeNode]
    /// The mean target of each leaf.
    public let leafValues: [Double]
    /// The number of features of the inputs.
    public let features: Int

    /// - Parameters:
    ///   - weights: how much each example counts, 0 to leave it out; all 1 when nil.
    ///   - stream: draws the features of each split, when `limits` ask for that.
    /// - Throws: `LearningError` for empty or disagreeing data, values that are not finite, negative weights, and limits
    ///   outside their range.
    public init(
        _ inputs: SortedFeatures, _ targets: [Double], weights: [Double]? = nil, limits: TreeLimits = TreeLimits(),
        stream: RandomStream = RandomStream(seed: 0)
    ) throws(LearningError) {
        guard targets.count == inputs.rows else {
            throw .sizesDisagree(what: "Examples", inputs.rows, other: "targets", targets.count)
        }
        try targets.requireFinite("Target")
        let checked = try TreeWeights(weights, inputs, limits)
        let unit = targets.unit
        let grown = (unit == 1 ? targets : targets.map { $0 / unit }).withUnsafeBufferPointer { targets in
            checked.values.withUnsafeBufferPointer { weights -> (nodes: [TreeNode], leafValues: [[Double]])? in
                guard let targets = targets.baseAddress, let base = weights.baseAddress else { return nil }
                let criterion = SquaredErrorCriterion(targets: targets, weights: base)
                return TreeGrower(inputs, checked, criterion: criterion, stream: stream).grow()
            }
        }
        nodes = grown?.nodes ?? []
        leafValues = grown?.leafValues.map { unit * $0[0] } ?? []
        features = inputs.features
    }

    /// One prediction a row of `x`.
    /// - Throws: `LearningError` when `x` has other features than the tree or a value is not finite.
    public func predictions(for x: Matrix) throws(LearningError) -> [Double] {
        try x.requireFeatures(features, of: "the tree")
        var predictions = [Double](repeating: 0, count: x.rows)
        addPredictions(for: x, to: &predictions)
        return predictions
    }

    /// Adds to `sums` for inputs whose features have been checked.
    func addPredictions(for x: Matrix, to sums: inout [Double]) {
        nodes.forEachRow(of: x) { sums[$0] += leafValues[$1] }
    }
}

extension RegressionTree {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let nodes = try container.decode([TreeNode].self, forKey: .nodes)
        let leafValues = try container.decode([Double].self, forKey: .leafValues)
        let features = try container.decode(Int.self, forKey: .features)
        try decoder.check { () throws(LearningError) in
            try nodes.check(features: features, leaves: leafValues.count)
            try leafValues.requireFinite("Leaf value")
        }
        self.nodes = nodes
        self.leafValues = leafValues
        self.features = features
    }
}
