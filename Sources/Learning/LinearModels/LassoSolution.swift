/// The lasso's or elastic net's weights for one penalty.
public struct LassoSolution: Sendable, Codable, Equatable {
    /// α.
    public let penalty: Double
    public let model: LinearModel
    /// A bound of how far the objective lies above its minimum, as a share of the objective of zero weights.
    public let relativeGap: Double
    /// How often coordinate descent went over the weights.
    public let sweeps: Int

    public var weights: [Double] { model.weights }

    /// The indices of the weights that are not exactly zero.
    public var support: [Int] { weights.indices.filter { weights[$0] != 0 } }
}
