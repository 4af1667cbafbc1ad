/// Everything that the page on early stopping shows.
public struct Results: Codable, Sendable {
    public var runs: [LearningRun]
    public var algorithm: AlgorithmMeasurements
    public var monitor: MonitorMeasurements
    public var retraining: [Retraining]
    public var endless: Endless
    public var surrogate: [SurrogateRun]
    public var shapes: [CurveShape]
    public var analysis: Analysis
    public let dataName: String
    public let parameters: Parameters
}

/// Gradient descent on quadratic objectives, which decides what early stopping has to do with weight decay.
public struct Analysis: Codable, Sendable {
    public var quadratic: QuadraticMeasurements
    public var filters: FilterMeasurements
    public var trajectory: Trajectory
}

/// One training run, measured after each epoch without dropout.
public struct LearningRun: Codable, Sendable, Equatable {
    /// Mean negative log-likelihood on the training and validation images.
    public var trainingLoss: [Double]
    public var validationLoss: [Double]
    /// Share of misclassified images.
    public var trainingError: [Double]
    public var validationError: [Double]
    /// The epoch that Algorithm 7.1 returns to, and the one after which it stops.
    public let bestEpoch: Int
    public var stoppedAfter: Int
    /// The norm of the training loss's gradient, without dropout, at the least validation loss and at the end.
    public var slopeAtBest: Double
    public var slopeAtEnd: Double
}

/// Algorithm 7.1 on scripted sequences of validation errors.
public struct AlgorithmMeasurements: Codable, Sendable {
    public let sequences: Int
    /// Sequences for which the algorithm returned the step and stopped after the evaluation that its definition asks for.
    public var rightReturns: Int
    public var rightStops: Int
    /// Sequences with ties or undefined values, and those among them that counted as failures.
    public let irregular: Int
    public var irregularRight: Int
    /// Sequences in which the algorithm stopped elsewhere than after so many worsenings in a row, and elsewhere than after so
    /// many failures to beat the lowest error.
    public var stopsOtherThanWorsening: Int
    public var stopsOtherThanFailing: Int
}

/// What watching the validation error costs.
public struct MonitorMeasurements: Codable, Sendable {
    /// Epochs trained with and without the monitor, and whether all parameters agreed to the last bit, one entry a run.
    public let epochs: Int
    public var identical: [Bool]
    public let candidateTimes: Int
    /// Bytes of the copy of the best parameters.
    public var copiedBytes: Int
    /// Multiplications spent on validation relative to those spent on training, one look after as many training examples as
    /// there are validation examples; and in the runs of this section, with one look an epoch.
    public var overhead: Double
    public var ownOverhead: Double
}
