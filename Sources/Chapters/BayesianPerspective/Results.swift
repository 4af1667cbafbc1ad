import Learning

/// Everything that the page on the Bayesian perspective shows.
public struct Results: Codable, Sendable {
    public var posterior: PosteriorMeasurements
    public let sequence: PosteriorSequence
    public var prediction: PredictionMeasurements
    public var penalties: PenaltyMeasurements
    public let parameters: Parameters
}

/// Equation 7.1 on conjugate problems.
public struct PosteriorMeasurements: Codable, Sendable {
    /// Largest difference of 7.1 from the known posterior density: Gaussian mean, success rate.
    public var gaussianError: Double
    public var betaError: Double
    /// Largest spread over θ of the log Z that 7.1 implies, and the least difference between two data sets.
    public var normalizerSpread: Double
    public var normalizerChange: Double
    /// Random regression problems; in how many the grid's maximizer is the same with and without log Z.
    public let problems: Int
    public var sameMaximizers: Int
    /// In how many the training likelihood at the posterior mode is at most the greatest likelihood.
    public var lowerLikelihoods: Int
    /// Largest distance between the posterior mode on a grid and the minimizer of the penalized objective.
    public var modeDistance: Double
    /// For the figure: θ, log prior, log-likelihood and log posterior of one Gaussian problem.
    public let thetas: [Double]
    public let logPriors: [Double]
    public let logLikelihoods: [Double]
    public let logPosteriors: [Double]
}

/// The posterior of a line's offset and slope as examples arrive.
public struct PosteriorSequence: Codable, Sendable {
    public let truth: [Double]
    /// Inputs and targets in the order of their arrival.
    public let inputs: [Double]
    public let targets: [Double]
    /// One state for each number of examples.
    public let states: [State]

    public struct State: Codable, Sendable {
        public let count: Int
        public let mean: [Double]
        public let covariance: Matrix
        /// Least squares; nil with fewer than two examples.
        public let likeliest: [Double]?
    }
}

/// Predictions that average over the posterior against those of its mode.
public struct PredictionMeasurements: Codable, Sendable {
    public let counts: [Int]
    /// For each number of examples one entry a draw: negative log-likelihood on new examples, plug-in minus averaged.
    public var gaps: [[Double]]
    /// Negative log-likelihoods themselves, means over draws.
    public let averaged: [Double]
    public let plugged: [Double]
    /// The same gap at the least number of examples when the assumed prior is ten times too wide.
    public let misspecifiedGaps: [Double]
    /// Averages of the density at a test point over drawn weights, divided by the closed form, minus 1.
    public var averagingSamples: [Double]
}

/// Penalties that are no priors.
public struct PenaltyMeasurements: Codable, Sendable {
    /// Uniform prior on a success rate: share of a wider grid where it is zero, and how far its integral is from 1.
    public var zeroShare: Double
    public var massError: Double
    /// Half-widths of the box, and the integral over it of exp(−α w²/(1+w²)) and of exp(−α w²).
    public let boxes: [Double]
    public var boundedIntegrals: [Double]
    public let gaussianIntegrals: [Double]
    /// exp(−loss) summed over both labels along the score: hinge and logistic.
    public let scores: [Double]
    public var hingeSums: [Double]
    public var logisticSums: [Double]
    /// Dropout's penalty at the same weights for two data sets.
    public let dropoutWeights: [Double]
    public var firstPenalty: Double
    public var secondPenalty: Double
    /// Largest relative deviation of the closed form from the average over all masks.
    public var dropoutError: Double
    /// XᵀX on the diagonal for the two data sets, for the figure, and the keep-probability.
    public let firstSquares: [Double]
    public let secondSquares: [Double]
    public let keep: Double
}
