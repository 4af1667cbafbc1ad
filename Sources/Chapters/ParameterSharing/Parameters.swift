/// What a reader may change in the section on tying and sharing.
public struct Parameters: Codable, Sendable {
    /// Pairs of linear tasks.
    public var replicates: Int
    public var features: Int
    /// Examples of each of the two tasks, and as many again to choose α on.
    public var examples: Int
    public var noiseVariance: Double
    /// Distances between the true weights of the two tasks, ascending from 0.
    public var distances: [Double]
    /// α of the tie penalty, ascending.
    public var strengths: [Double]
    /// Training sets on which classifiers are tied to a generative model.
    public var hybridReplicates: Int
    /// Numbers of labelled images, ascending.
    public var labelled: [Int]
    /// Images without labels that the generative model sees as well.
    public var unlabelled: Int
    /// Principal components that stand for an image.
    public var components: Int
    /// Turns of expectation and maximization.
    public var expectations: Int
    /// α toward the generative model or toward zero, ascending.
    public var hybridStrengths: [Double]
    /// Images on which α is chosen.
    public var validationImages: Int
    /// Images on which errors are measured.
    public var testImages: Int
    /// Training sets for networks.
    public var networkReplicates: Int
    /// Images in them, ascending.
    public var trainingCounts: [Int]
    /// Training images from which training sets are drawn without replacement.
    public var trainingPool: Int
    /// Channels of the hidden layer's maps.
    public var channels: Int
    /// Width and height of a unit's field of view.
    public var filterSide: Int
    /// Minibatches of 20 images.
    public var steps: Int
    /// Learning rates with shared weights, with weights for each place, and with all connections.
    public var convolutionRate: Double
    public var localRate: Double
    public var denseRate: Double
}
