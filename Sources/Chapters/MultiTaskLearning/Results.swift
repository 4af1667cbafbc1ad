/// Everything that the page on several tasks shows.
public struct Results: Codable, Sendable {
    public var graph: GraphMeasurements
    public var subspace: SubspaceMeasurements
    public var pooling: PoolingMeasurements
    public var relatedness: RelatednessMeasurements
    public var toy: ToyMeasurements
    public let parameters: Parameters
}

/// Which parameters of Figure 7.6 hear of which loss.
public struct GraphMeasurements: Codable, Sendable {
    /// The groups of parameters, from the trunk upwards.
    public let groups: [String]
    /// Norms of the gradient, one row a group; columns are the losses of task 1, of task 2, and of the input's
    /// reconstruction.
    public var norms: [[Double]]
    /// The largest distance of a derivative from its central difference, among all.
    public var differenceError: Double
    /// The same for the two tasks together.
    public var pooledError: Double
}

/// How well the shared part is known after k tasks of m examples each.
public struct SubspaceMeasurements: Codable, Sendable {
    /// One entry a pair of k and m.
    public let taskCounts: [Int]
    public let exampleCounts: [Int]
    /// Mean squared error of the shared map over data sets, its heads known.
    public var sharedErrors: [Double]
    /// Mean squared error of a task's head, the shared map known.
    public var headErrors: [Double]
    /// Mean squared error of a task's weights, neither the shared map nor the heads known.
    public var jointErrors: [Double]
    /// The slope of the shared map's error against km, both in logarithms.
    public var sharedSlope: Double
    /// The same of the head's error against m.
    public var headSlopeInExamples: Double
    /// The largest distance of the shared map's error from `Equations.sharedError`, relative, where km is largest.
    public var levelError: Double
}

/// The error of one task that is learned together with others that use the same two hidden factors.
public struct PoolingMeasurements: Codable, Sendable {
    public let taskCounts: [Int]
    /// Excess error of the first task, one row a data set, one column a number of tasks.
    public var errors: [[Double]]
    /// The same with the most tasks, the others' targets shuffled among the examples.
    public var shuffled: [Double]
}

/// Sharing one hidden unit among tasks that are more and more different.
public struct RelatednessMeasurements: Codable, Sendable {
    /// In degrees.
    public let angles: [Double]
    /// Mean excess error of the tasks, one row an angle, one column a data set: alone, with one shared unit, and with
    /// as many as do best on validation examples.
    public var alone: [[Double]]
    public var shared: [[Double]]
    public var chosen: [[Double]]
}

/// The published toy: the error of the main task, one entry a trial.
public struct ToyMeasurements: Codable, Sendable {
    /// Root mean squared error on the test cases: one task, the second target as an input, as an output, and as an
    /// output shuffled among the cases.
    public var single: [Double]
    public var extraInput: [Double]
    public var extraOutput: [Double]
    public var shuffled: [Double]
    /// Mean number of epochs after which the networks halted, in the same order.
    public let epochs: [Double]
}
