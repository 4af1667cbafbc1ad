/// What a first-order method passed through.
public struct DescentTrace: Sendable, Codable, Equatable {
    /// The objective before the first step and after each step.
    public let objectives: [Double]
    /// The weights after the last step.
    public let weights: [Double]

    /// How many of the weights are exactly zero.
    public var exactZeros: Int { weights.count { $0 == 0 } }
}
