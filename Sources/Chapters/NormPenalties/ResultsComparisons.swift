import Learning

/// Weight decay with and without the offset, one entry a data set.
public struct OffsetMeasurements: Codable, Sendable {
    public let alphas: [Double]
    /// The true offset.
    public let offset: Double
    /// Expected squared errors along α.
    public var free: [[Double]]
    public var penalized: [[Double]]
    /// With α chosen on validation data for each arm: error with the offset penalized minus without.
    public var tunedGains: [Double]
    /// Variance over redrawn targets: of the offset, and of the weights together.
    public var offsetVariances: [Double]
    public var weightVariances: [Double]
}

/// Networks of two layers with a decay coefficient for each.
public struct LayerMeasurements: Codable, Sendable {
    public let alphas: [Double]
    /// For each data set, losses by the coefficient of the first layer and of the second.
    public var validation: [[[Double]]]
    public var test: [[[Double]]]
}

/// Ridge regression toward points at several distances from the true weights.
public struct CenterMeasurements: Codable, Sendable {
    /// In units of the length of the true weights.
    public let distances: [Double]
    public let alphas: [Double]
    /// Mean squared errors of the weights, for each distance along α.
    public let means: [[Double]]
    /// For each data set the error of least squares, and for each distance that at the best coefficient.
    public var leastSquares: [Double]
    public var best: [[Double]]
}

/// Whose weights are to be found: few that matter, many small ones, or a single one.
public enum SelectionProblem: String, Codable, Sendable, CaseIterable {
    case few, many, one
}

/// The lasso, ridge regression and least squares on one data set.
public struct SelectionOutcome: Codable, Sendable {
    /// Expected squared errors above the noise.
    public var lasso: Double
    public var ridge: Double
    public let leastSquares: Double
    /// Features that the lasso keeps: those that matter and those that don't.
    public var relevantKept: Int
    public var irrelevantKept: Int
}

/// Feature selection on data whose truth is known, for each problem one entry a data set.
public struct SelectionMeasurements: Codable, Sendable {
    public var outcomes: [[SelectionOutcome]]
}
