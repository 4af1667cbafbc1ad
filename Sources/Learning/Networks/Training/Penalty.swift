/// A penalty on parameters, added to the loss: (l2 / 2)·‖w‖² + l1·‖w‖₁.
public struct Penalty: Sendable, Hashable, Codable {
    /// The chapter's α in J + α·½‖w‖².
    public var l2: Double
    /// The chapter's β in J + β‖w‖₁; the gradient used where a weight is zero is 0.
    public var l1: Double
    /// Whether offsets are penalized like weights.
    public var includesOffsets: Bool

    public init(l2: Double = 0, l1: Double = 0, includesOffsets: Bool = false) {
        self.l2 = l2
        self.l1 = l1
        self.includesOffsets = includesOffsets
    }

    public static let none = Penalty()

    /// The penalty's value at `parameters`, in which it is that of every layer.
    public func value<Scalar: NetworkScalar>(at parameters: NetworkParameters<Scalar>) -> Double {
        parameters.blocks.reduce(0) { $0 + value(of: parameters.values[$1.range], $1.role) }
    }

    func value<Scalar: NetworkScalar>(of values: ArraySlice<Scalar>, _ role: ParameterBlock.Role) -> Double {
        guard role == .weights || includesOffsets else { return 0 }
        return values.reduce(0) { $0 + 0.5 * l2 * Double($1) * Double($1) + l1 * abs(Double($1)) }
    }
}
