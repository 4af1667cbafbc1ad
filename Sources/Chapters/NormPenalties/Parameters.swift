/// What a reader may change in the section on norm penalties.
public struct Parameters: Codable, Sendable {
    /// The weight decay α of the first contour figure.
    public var alpha: Double
    /// The L1 coefficient β of the second contour figure.
    public var beta: Double
    /// The weight decay α beside it.
    public var comparedAlpha: Double
    /// Random problems on which each formula is held against a minimizer that doesn't know it.
    public var problems: Int
    /// Weights of those problems.
    public var dimensions: Int
    /// Data sets for comparisons that depend on chance.
    public var replicates: Int
    /// Examples, features and features that matter of the data for the coefficient paths.
    public var pathExamples: Int
    public var pathFeatures: Int
    public var pathSupport: Int
    /// Standard deviation of the noise on their targets.
    public var pathNoise: Double
    /// Data sets for offsets, for points to shrink toward and for each problem of feature selection.
    public var dataSets: Int
    public var centerSets: Int
    public var selectionSets: Int
    /// Data sets and training steps of the networks with a decay coefficient for each layer.
    public var layerReplicates: Int
    public var layerSteps: Int
}
