/// What was measured of one kind of autoencoder.
public struct AutoencoderOutcomes: Codable, Sendable {
    /// Share of activations on fresh images that are at most 0.01 in size.
    public var quiet: [Double]
    /// Hoyer's measure of sparsity, the mean over fresh images.
    public var hoyer: [Double]
    /// Share of weights that are at most 0.001 in size.
    public var smallWeights: [Double]
    /// Share of the images' variance that is not reconstructed.
    public var residuals: [Double]
    /// The same on validation images, for whoever chooses another learning rate.
    public let validationResiduals: [Double]
    /// Mean over units of |mean activation − ρ|, and the mean activation of all.
    public var targetMisses: [Double]
    public var meanActivations: [Double]
    /// Images with exactly as many units that are not zero as a hard constraint leaves.
    public var exact: [Int]
    /// Activations of the first training set's network: rows are images, columns units.
    public let activations: Picture
    /// Weights from some pixels (rows) to units (columns).
    public let weights: Picture

    init(_ outcomes: [AutoencoderOutcome]) {
        quiet = outcomes.map(\.quiet)
        hoyer = outcomes.map(\.hoyer)
        smallWeights = outcomes.map(\.smallWeights)
        residuals = outcomes.map(\.residual)
        validationResiduals = outcomes.map(\.validationResidual)
        targetMisses = outcomes.map(\.targetMiss)
        meanActivations = outcomes.map(\.meanActivation)
        exact = outcomes.map(\.exact)
        activations = outcomes[0].activations
        weights = outcomes[0].weights
    }
}
