/// What a reader may change in the section on the Bayesian perspective.
public struct Parameters: Codable, Sendable {
    /// Random problems for each statement that holds for every problem.
    public var problems: Int
    /// Numbers of examples for which the posterior is drawn.
    public var shownCounts: [Int]
    /// Standard deviation of the noise on the targets of linear regression.
    public var noise: Double
    /// Weights in the comparison of predictions.
    public var dimensions: Int
    /// Numbers of training examples in that comparison.
    public var predictiveCounts: [Int]
    /// Draws of a truth and its data for each of them.
    public var replicates: Int
    /// Test examples of each draw.
    public var tests: Int
}
