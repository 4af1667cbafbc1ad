/// Everything that the page on noise shows.
public struct Results: Codable, Sendable {
    public var input: InputNoiseMeasurements
    public var weight: WeightNoiseMeasurements
    public var minimizers: MinimizerMeasurements
    public var linear: LinearMeasurements
    public var posterior: PosteriorMeasurements
    public var networks: NetworkMeasurements
    public let valley: Valley
    public let parameters: Parameters
}

/// What was measured about the expansion for noisy inputs (equations 7.14 to 7.17).
public struct InputNoiseMeasurements: Codable, Sendable {
    /// Equation 7.15 against the mean cost, on the same draws.
    public var termsError: Double
    /// The power with which the remainder of 7.16 vanishes with ε.
    public var taylorPower: Double
    /// The power with which 7.17 misses the exact expectation as ν falls.
    public var objectivePower: Double
    /// For ŷ = ax², what 7.17 misses minus 3a²ν².
    public var exactError: Double
    /// Noise variances with the mean absolute distance of J, of J + the penalty and of 7.17 from the exact objective.
    public let variances: [Double]
    public let plainMisses: [Double]
    public let penaltyMisses: [Double]
    public let expansionMisses: [Double]
}

/// What was measured about the expansion for noisy weights (equations 7.18 to 7.22).
public struct WeightNoiseMeasurements: Codable, Sendable {
    /// Equation 7.19 against the mean cost, on the same draws.
    public var termsError: Double
    /// The power with which the remainder of 7.20 vanishes with ε.
    public var taylorPower: Double
    /// The power with which 7.21 misses as the noise's standard deviation falls, on pairs ±ε.
    public var drawPower: Double
    /// The power with which 7.22 misses the exact expectation as η falls.
    public var objectivePower: Double
    /// What 7.22 misses relative to the effect of the noise, with ν as printed and with η.
    public var printedMiss: Double
    public var correctedMiss: Double
    /// Noise variances with the mean absolute distance of J, of J + the penalty and of 7.22 from the exact objective.
    public let variances: [Double]
    public let plainMisses: [Double]
    public let penaltyMisses: [Double]
    public let expansionMisses: [Double]
}

/// Where objectives with noise and objectives with penalties have their minima.
public struct MinimizerMeasurements: Codable, Sendable {
    /// Noise variances and the minimizing coefficient of ŷ = ax² for y = x².
    public let variances: [Double]
    public let noisy: [Double]
    public let expanded: [Double]
    public let penalized: [Double]
    /// The rates at which these leave 1 as ν grows from 0.
    public var noisyRate: Double
    public var expandedRate: Double
    public var penalizedRate: Double
    /// What the penalized minimizer loses on the noisy objective, over ν².
    public var excess: Double
    /// The difference of the two minimizers when y is linear in x.
    public var linearGap: Double
    /// Places, and the minimizing functions there at several variances.
    public let places: [Double]
    public let functions: [MinimizingFunctions]
    /// The power with which the noisy minimizer tends to E[y | x].
    public var functionPower: Double
    /// Its distance from the first-order formula, over ν.
    public var shiftError: Double
    /// The distance of the two minimizing functions, over ν.
    public var functionGap: Double
    /// The power with which the middle term of 7.17 vanishes at the noisy minimizer.
    public var middlePower: Double
    /// The power with which the penalized objective misses the noisy one's value there.
    public var valuePower: Double
    /// The rates at which w² leaves 1 for ŷ = w²x, y = x, as η grows from 0.
    public var weightNoisyRate: Double
    public var weightExpandedRate: Double
    public var weightPenalizedRate: Double
}

/// The functions that minimize either objective for y = x², at the places of `MinimizerMeasurements`.
public struct MinimizingFunctions: Codable, Sendable {
    public let variance: Double
    public let noisy: [Double]
    public let penalized: [Double]
}

/// The linear special cases.
public struct LinearMeasurements: Codable, Sendable {
    /// Input noise: J̃ − J minus ν‖w‖², at small and large ν.
    public var penaltyError: Double
    /// The minimizer of the noisy objective on m examples minus ridge regression with mνI.
    public var ridgeError: Double
    /// The same penalty for a linear network of two layers, minus ν‖W₂W₁‖².
    public var deepError: Double
    /// Two equal functions with rescaled layers: ratio of the noise's penalties, ratio of the layers' weight decay.
    public var rescaledPenalty: Double
    public let rescaledDecay: Double
    /// Weight noise: J̃ − J minus ηE‖x‖², and its largest derivative by a weight.
    public var weightPenaltyError: Double
    public var weightGradient: Double
    /// With noise on the offset too: J̃ − J minus η(E‖x‖² + 1).
    public var offsetError: Double
    public let weightPenalty: Double
    public let offsetPenalty: Double
}
