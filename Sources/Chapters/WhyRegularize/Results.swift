/// Everything that the introduction's page shows.
public struct Results: Codable, Sendable {
    public let fits: PolynomialFits
    public var trade: TradeMeasurements
    public var sweep: SweepMeasurements
    public var widths: WidthMeasurements
    public let parameters: Parameters
}

/// Polynomials fitted to several draws of the same noisy curve, under little, some and much weight decay.
public struct PolynomialFits: Codable, Sendable {
    public let alphas: [Double]
    public let degree: Int
    public let grid: [Double]
    public let truth: [Double]
    /// One data set of those that were drawn.
    public let inputs: [Double]
    public let targets: [Double]
    /// For each α one curve a data set.
    public let curves: [[[Double]]]
}

/// Bias, variance and squared error of ridge regression on inputs that stay as they are.
public struct TradeMeasurements: Codable, Sendable {
    public let alphas: [Double]
    public let squaredBias: [Double]
    public let variance: [Double]
    /// The squared error by the matrices themselves.
    public let error: [Double]
    /// The squared error at α = 0.
    public let errorAtZero: Double
    /// The same three from redrawn targets, at some of the α.
    public let drawnAlphas: [Double]
    public let drawnBias: [Double]
    public let drawnVariance: [Double]
    public let drawnError: [Double]
    /// Largest difference between bias² + variance and the squared error by matrices.
    public var identityError: Double
    /// Largest fall of bias² and largest rise of variance from one α to the next larger.
    public var biasFall: Double
    public var varianceRise: Double
    /// Coefficients below the limit that were tried, and at how many the error was below that of least squares.
    public let tried: Int
    public var profitable: Int
    /// One weight and many examples: the error a hundredth beyond the limit, minus that of least squares.
    public var excessBeyondLimit: Double
    /// The limit for the drawn problem, and the α of least error.
    public let limit: Double
    public let bestAlpha: Double
    public let bestError: Double
    /// Squared errors of redrawn fits at the best α minus the closed form.
    public var redrawnErrors: [Double]
}

/// Training and test error of ridge regression along α.
public struct SweepMeasurements: Codable, Sendable {
    /// The first is 0.
    public let alphas: [Double]
    /// Mean squared errors, one row a data set.
    public let training: [[Double]]
    public let test: [[Double]]
    /// Largest fall of a training error from one α to the next larger.
    public var trainingFall: Double
    /// Test errors, paired: no penalty, and the greatest, minus the one chosen on other examples.
    public var gainOverNone: [Double]
    public var gainOverMost: [Double]
    /// By how much the chosen α raises the training error.
    public let trainingCost: [Double]
}

/// Networks of one hidden layer, with and without weight decay.
public struct WidthMeasurements: Codable, Sendable {
    public let widths: [Int]
    /// Test errors without a penalty and with the chosen one, one row a data set, one entry a width.
    public let plain: [[Double]]
    public let decayed: [[Double]]
    /// Test errors, paired: the best plain network minus the best network with weight decay, both chosen on other examples.
    public var gains: [Double]
    /// Doublings from the width of the best plain network to that of the best one with weight decay.
    public var doublings: [Double]
    /// The least error any network could have: the variance of the noise.
    public let noise: Double
    /// Mean training error of the widest plain networks.
    public let widestTraining: Double
}
