import Learning

/// Everything that the page on norm penalties shows.
public struct Results: Codable, Sendable {
    public var landscapes: Landscapes
    public var decay: DecayMeasurements
    public var shrinkage: ShrinkageMeasurements
    public var lasso: LassoMeasurements
    public var priors: PriorMeasurements
    public var paths: PathMeasurements
    public var offsets: OffsetMeasurements
    public var layers: LayerMeasurements
    public var centers: CenterMeasurements
    public var selection: SelectionMeasurements
    public var bases: BasisMeasurements
    public let parameters: Parameters
}

/// The two-weight problems of the contour figures.
public struct Landscapes: Codable, Sendable {
    /// The first feature varies little, the features are uncorrelated.
    public let decay: Landscape
    /// The features are correlated and the first one hardly matters.
    public let lasso: Landscape
    /// The minimizers of both at other coefficients, for the sliders.
    public let decayFrames: [PenalizedMinimizers]
    public let lassoFrames: [PenalizedMinimizers]
    /// The cosine between the gradients of loss and penalty where they balance; −1 is a balance.
    public var balanceCosine: Double
    /// Largest deviation of the surviving share of each coordinate from λ/(λ+α).
    public var shareError: Double
}

/// Where a landscape has its minimum under either penalty of one coefficient.
public struct PenalizedMinimizers: Codable, Sendable {
    public let coefficient: Double
    public let decayed: [Double]
    public let thresholded: [Double]
}

/// What was measured about gradients, steps and the quadratic model (equations 7.2 to 7.5).
public struct DecayMeasurements: Codable, Sendable {
    /// Largest step in the wrong direction along the paths: the penalty rising or the loss falling as α grows.
    public var pathViolation: Double
    /// How many coefficients α the paths have.
    public let pathSteps: Int
    /// Training from the origin: loss before and after, and the norm reached.
    public let startLoss: Double
    public let endLoss: Double
    public var endNorm: Double
    /// By how much Ω(ŵα) exceeds Ω(ŵ0), or J(ŵα) falls short of J(ŵ0); 0 if neither.
    public var minimizerViolation: Double
    /// Relative error of equation 7.3 against central differences.
    public var gradientError: Double
    /// Difference of the two ways to write one step.
    public var stepError: Double
    /// What taking the gradient after shrinking changes, measured and predicted.
    public let shrinkFirstGap: Double
    public let shrinkFirstPredicted: Double
    /// Equation 7.4 for least squares, relative.
    public var quadraticError: Double
    /// Equation 7.5 for least squares, relative.
    public var quadraticGradientError: Double
    /// The power with which the remainder of 7.4 vanishes for logistic regression.
    public var remainderSlope: Double
    /// The least eigenvalue of the Hessians met, divided by the greatest.
    public var leastEigenvalue: Double
}

/// What was measured about the penalized minimizer (equations 7.6 to 7.8).
public struct ShrinkageMeasurements: Codable, Sendable {
    /// Distance of equation 7.6 from minimizers found by gradient descent, the largest of all problems.
    public var optimumError: Double
    /// Equation 7.7 in the eigenbasis, the same.
    public var rotatedError: Double
    /// Component ratios of the minimizers found, with λ/α.
    public let ratios: [Double]
    public let shares: [Double]
    /// The distance of the limit from w* with a singular Hessian, and from the projection on its range.
    public var limitDistance: Double
    public var limitProjectionError: Double
    /// λ/(λ+α) at λ/α = 100 and 0.01, by minimization.
    public var steepFactor: Double
    public var flatFactor: Double
    /// Largest relative deviation of the relaxation rate from ε(λ+α).
    public var relaxationError: Double
    /// Effective number of parameters along the path: by eigenvalues and as a trace.
    public let alphas: [Double]
    public let effective: [Double]
    public let traces: [Double]
    public var effectiveError: Double
    /// Largest increase of γ from one α to the next larger; 0 if none.
    public var effectiveIncrease: Double
    /// γ at α = 0 and the rank of H; γ at a huge α.
    public let effectiveAtZero: Double
    public let rank: Int
    public let effectiveAtInfinity: Double
    /// The printed least-squares objective: distance of its minimizer from the solution with α and with α/2.
    public var factorTwoPrinted: Double
    public var factorTwoCorrected: Double
    /// Ridge against least squares on augmented data.
    public var augmentationError: Double
    /// Differences of the first weight with noisy inputs and ridge, one a replicate.
    public var noiseSamples: [Double]
    /// Shrink factors of features of equal variance and different covariance with the target.
    public var covarianceFactors: [Double]
    /// The factor their variance predicts.
    public let covarianceFactor: Double
    /// One weight of two along α in the correlated example.
    public let singleWeight: [Double]
    /// Largest increase of the norm of the whole vector along its path.
    public var normIncrease: Double
}

/// What was measured about the L1 penalty (equations 7.9 to 7.11).
public struct LassoMeasurements: Codable, Sendable {
    /// Relative error of equations 7.9 and 7.10 against sums and central differences away from zero.
    public var gradientError: Double
    public var sumError: Double
    /// Exact zeros by the subgradient and the proximal method, one entry a data set.
    public var subgradientZeros: [Int]
    public var proximalZeros: [Int]
    /// Distance between minimizing jointly and weight by weight with a diagonal Hessian.
    public var separableError: Double
    /// The closed form against a grid search, and at ties.
    public var thresholdError: Double
    /// How many random problems that was.
    public let thresholdProblems: Int
    public var tieError: Double
    /// Random problems whose minimizers were found by search: zeros under L1, how many problems there were, in how many of
    /// them the formula agrees on whether there is a zero, and zeros under L2.
    public var zeros: Int
    public let zeroProblems: Int
    public var zerosAgreeing: Int
    public var decayZeros: Int
    /// Share of the weights for which "larger under L1" fails, as printed and under the condition.
    public var largerPrinted: Double
    public var largerCorrected: Double
    /// Both penalties on many weights at equal loss.
    public var tails: [WeightTails]
    /// Thresholded least squares against the lasso with correlated features, and with features without overlap.
    public var diagonalDistance: Double
    public var correlatedDistance: Double
    public let correlatedNorm: Double
    /// Random bowls whose minimizer has an exact zero: under L1, under L2, and how many there were.
    public var axisHits: Int
    public var axisHitsDecay: Int
    public let axisProblems: Int
    /// Supports and directions of the two penalties at equal training loss, one entry a data set.
    public var cosines: [Double]
    public var supportDifferences: [Int]
}

/// What was measured about priors (equation 7.12).
public struct PriorMeasurements: Codable, Sendable {
    public var signPrinted: Double
    public var signCorrected: Double
    public var precisionPrinted: Double
    public var precisionCorrected: Double
    public var gaussianError: Double
    public var laplaceFormulaError: Double
    public var laplaceScalePrinted: Double
    public var laplaceScaleCorrected: Double
    public let laplaceAxis: Double
    public let laplaceDiagonal: Double
}

/// Ridge and lasso coefficient paths on data with known truth.
public struct PathMeasurements: Codable, Sendable {
    public let truth: [Double]
    public let ridgeAlphas: [Double]
    /// One row of coefficients for each α.
    public let ridge: [[Double]]
    public let lassoBetas: [Double]
    public let lasso: [[Double]]
}
