/// What a reader may change in the section on under-constrained problems.
public struct Parameters: Codable, Sendable {
    /// Random problems for each statement that holds for every problem.
    public var problems: Int
    /// Steps of gradient descent on one weight that are taken one by one before steps are taken together.
    public var directSteps: Int
    /// Coefficients α for which the balance of slope and decay is measured.
    public var decays: [Double]
    /// The weight decay α of the figure on growing weights.
    public var drawnDecay: Double
    /// Data sets for early stopping.
    public var replicates: Int
    /// Evaluations without improvement before training stops.
    public var patience: Int
    /// Steps between evaluations, and how many evaluations there are at most.
    public var evaluateEvery: Int
    public var evaluations: Int
}
