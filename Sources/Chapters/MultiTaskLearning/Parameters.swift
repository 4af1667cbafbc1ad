/// What a reader may change in the section on several tasks.
public struct Parameters: Codable, Sendable {
    /// Training sets on which the published toy is learned in each of four ways.
    public var trials: Int
    /// Training cases of the toy.
    public var trainingExamples: Int
    /// Cases that decide when to halt, and as many again that measure the error.
    public var heldOutExamples: Int
    /// Hidden units of the toy's network.
    public var hiddenUnits: Int
    public var learningRate: Double
    public var momentum: Double
    /// The most passes over the toy's training cases.
    public var epochs: Int
    /// Passes between two looks at the halting cases.
    public var evaluateEvery: Int
    /// Looks without improvement before halting.
    public var patience: Int
    /// Data sets for the linear experiments.
    public var replicates: Int
    /// Inputs of the tasks with a known shared subspace.
    public var features: Int
    /// Numbers of tasks k at which the shared part is estimated.
    public var taskCounts: [Int]
    /// Numbers of examples m of each task at which it is.
    public var exampleCounts: [Int]
    /// The variance of the targets' noise.
    public var noiseVariance: Double
    /// Angles in degrees by which tasks leave their common direction, ascending from 0 to 90.
    public var angles: [Double]
    public var relatedTasks: Int
    public var relatedFeatures: Int
    public var relatedExamples: Int
    /// Numbers of tasks, ascending from 1, that are learned together with the one whose error is measured.
    public var pooledTasks: [Int]
}
