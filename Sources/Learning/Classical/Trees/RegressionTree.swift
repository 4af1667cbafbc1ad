/// A regression tree (CART, Breiman et al. 1984): constant on boxes, chosen greedily for the least squared error.
public struct RegressionTree: Sendable, Codable, Equatable {
    public let nodes: [TreeNode]
    /// The mean target of each leaf.
    public let leafValues: [Double]

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
        let weights = try checkedWeights(weights, inputs, limits)
        let grown = targets.withUnsafeBufferPointer { targets in
            weights.withUnsafeBufferPointer { buffer -> (nodes: [TreeNode], leafValues: [[Double]])? in
                guard let targets = targets.baseAddress, let base = buffer.baseAddress else { return nil }
                let criterion = SquaredErrorCriterion(targets: targets, weights: base)
                let grower = TreeGrower(inputs, weights: weights, limits: limits, criterion: criterion, stream: stream)
                return grower.grow()
            }
        }
        nodes = grown?.nodes ?? []
        leafValues = grown?.leafValues.map { $0[0] } ?? []
    }

    /// One prediction a row of `x`.
    public func predictions(for x: Matrix) -> [Double] {
        var predictions = [Double](repeating: 0, count: x.rows)
        addPredictions(for: x, to: &predictions)
        return predictions
    }

    func addPredictions(for x: Matrix, to sums: inout [Double]) {
        nodes.forEachRow(of: x) { sums[$0] += leafValues[$1] }
    }
}

/// The weights, or ones.
/// - Throws: `LearningError` for the wrong number of weights, a negative one, or when all are 0; also checks the limits.
func checkedWeights(
    _ weights: [Double]?, _ inputs: SortedFeatures, _ limits: TreeLimits
) throws(LearningError) -> [Double] {
    try limits.check(features: inputs.features)
    let weights = weights ?? Array(repeating: 1, count: inputs.rows)
    guard weights.count == inputs.rows else {
        throw .sizesDisagree(what: "Examples", inputs.rows, other: "weights", weights.count)
    }
    try weights.requireFinite("Weight")
    if let negative = weights.first(where: { $0 < 0 }) {
        throw .outOfRange(setting: "Weight", value: negative, allowed: "at least 0")
    }
    guard weights.contains(where: { $0 > 0 }) else { throw .empty(what: "examples with weight") }
    return weights
}
