/// The chain f = uvw with target 1.
public struct ChainMeasurements: Codable, Sendable {
    /// The least eigenvalue of the Hessian of the penalized objective at the origin.
    public var originCurvature: Double
    /// The global minimum of the penalized objective, and the norm of its minimizer.
    public let globalObjective: Double
    public let radius: Double
    /// Where descent with the penalty ends: penalized objective and norm.
    public var penaltyObjective: Double
    public var penaltyNorm: Double
    /// Where descent with projection on the ball of the same radius ends: loss and norm.
    public var projectedLoss: Double
    public let projectedNorm: Double
    /// Paths with u = v, as pairs (√2·u, w), whose distance from the origin is the norm.
    public let penaltyPath: [[Double]]
    public let projectedPath: [[Double]]
    /// A start beyond the ridge, with the penalty.
    public let escapedPath: [[Double]]
    /// Depth 2: the value of the penalized objective at the origin minus its global minimum, α above the data's
    /// second moment.
    public let shallowGap: Double
}

/// Dead units of networks with one hidden layer, one entry a data set.
public struct DeadUnitMeasurements: Codable, Sendable {
    public let units: Int
    /// For each data set and coefficient: dead units, training loss, test loss.
    public var penaltyCounts: [[Double]]
    public let penaltyTraining: [[Double]]
    public let penaltyTest: [[Double]]
    /// For each data set and column radius, the same.
    public var radiusCounts: [[Double]]
    public let radiusTraining: [[Double]]
    public let radiusTest: [[Double]]
    /// At the compared coefficient: the objective with its penalty, and after the dead units were revived and trained on.
    public let stuckLosses: [Double]
    public let revivedLosses: [Double]
}

/// Training in single precision at rising learning rates, one entry a data set.
public struct RateMeasurements: Codable, Sendable {
    public let rates: [Double]
    /// For each data set and rate: steps until the loss was no longer a number, or the steps of the whole run.
    public var plainSteps: [[Int]]
    public var projectedSteps: [[Int]]
    public let steps: Int
    /// Test errors; the share of the most frequent class's complement where the run broke off.
    public let plainErrors: [[Double]]
    public var projectedErrors: [[Double]]
    /// The length of all weights after each step at one high rate, as powers of ten.
    public let shownRate: Double
    /// Test errors with the bound at that rate when it does not fall.
    public let constantErrors: [Double]
    public let plainNorms: [Double]
    public let projectedNorms: [Double]
}
