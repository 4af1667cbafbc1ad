/// What a reader may change in the section on early stopping.
public struct Parameters: Codable, Sendable {
    /// Networks that differ in their random numbers only.
    public var runs: Int
    public var trainingExamples: Int
    public var validationExamples: Int
    /// Whether images are used at half their side.
    public var isHalved: Bool
    /// Maxout units in each of the two hidden layers, and linear pieces of each unit.
    public var maxoutUnits: Int
    public var maxoutPieces: Int
    /// Probabilities with which dropout keeps an input and a hidden unit.
    public var keepInput: Double
    public var keepHidden: Double
    public var learningRate: Double
    /// The longest that a unit's vector of incoming weights may be.
    public var maxNorm: Double
    public var momentum: Double
    public var batchSize: Int
    /// Passes over the training images; well past the minimum, to see the loss climb.
    public var epochs: Int
    /// Evaluations without improvement before early stopping gives up.
    public var patience: Int
    /// Random problems on which each formula is held against gradient descent.
    public var problems: Int
    /// Scripted sequences of validation errors for Algorithm 7.1.
    public var scriptedSequences: Int
    /// Linear problems on which weight decay and early stopping are both tuned.
    public var matchedDraws: Int
    /// The step at which the trajectory of the two-weight figure stops.
    public var stoppedAt: Int
    /// What the comparison of the three algorithms spends.
    public var retraining: RetrainingParameters
}
