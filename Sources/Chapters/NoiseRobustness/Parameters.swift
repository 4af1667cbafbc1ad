/// What a reader may change in the section on noise.
public struct Parameters: Codable, Sendable {
    /// The variance ν of the noise on inputs where equation 7.17 is held against it.
    public var inputVariance: Double
    /// The variance η of the noise on weights where equation 7.22 is held against it.
    public var weightVariance: Double
    /// Random networks on which each expansion is measured.
    public var problems: Int
    /// Data sets for comparisons that depend on chance.
    public var replicates: Int
    /// The variances of input noise under which networks are trained, ascending from 0.
    public var networkVariances: [Double]
    /// The variance of weight noise under which networks are trained.
    public var networkWeightVariance: Double
    /// Steps of gradient descent for each network.
    public var networkSteps: Int
    /// Draws of the weights for each posterior.
    public var posteriorDraws: Int
}
