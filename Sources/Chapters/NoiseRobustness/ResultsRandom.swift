/// What weight noise says about the uncertainty of the weights, one entry a data set.
public struct PosteriorMeasurements: Codable, Sendable {
    /// Variance of predictions over closed form, averaged over test inputs: perturbed fits, matched noise.
    public var fitRatios: [Double]
    public var matchedRatios: [Double]
    /// Mean of |ln(variance over closed form)| over test inputs: perturbed fits, and isotropic noise of equal total.
    public var fitErrors: [Double]
    public var isotropicErrors: [Double]
    /// Isotropic noise where the posterior is isotropic: the ratio.
    public var isotropicRatios: [Double]
    public let picture: PosteriorPicture
}

/// A line fitted to few points, and how far predictions spread around it.
public struct PosteriorPicture: Codable, Sendable {
    public let inputs: [Double]
    public let targets: [Double]
    public let places: [Double]
    public let means: [Double]
    /// Standard deviations of the prediction: closed form, matched weight noise, isotropic weight noise.
    public let exact: [Double]
    public let matched: [Double]
    public let isotropic: [Double]
}

/// Networks trained with noise, one entry a data set.
public struct NetworkMeasurements: Codable, Sendable {
    /// For each data set, mean ‖∇ₓŷ‖² on test inputs, one entry a noise variance.
    public var sensitivities: [[Double]]
    /// The same for the mean squared test error.
    public let testErrors: [[Double]]
    /// Standard deviations of weight noise at which the rise of the loss was measured.
    public let radii: [Double]
    /// For each data set the rise at each radius, after training without and with weight noise.
    public var plainRises: [[Double]]
    public var noisyRises: [[Double]]
    /// Training loss without noise on the weights, after training without and with it.
    public let plainLosses: [Double]
    public let noisyLosses: [Double]
    public let examples: Int
}

/// Two paths through the valley of (w₁w₂ − 1)².
public struct Valley: Codable, Sendable {
    public let plain: [[Double]]
    public let noisy: [[Double]]
    public let variance: Double
    public let steps: Int
    /// How much noise of this variance adds to the loss where each path ends.
    public let plainRise: Double
    public let noisyRise: Double
}
