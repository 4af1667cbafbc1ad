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
