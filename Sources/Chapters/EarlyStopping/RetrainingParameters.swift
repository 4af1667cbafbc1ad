/// What a reader may change in the comparison of the three algorithms.
public struct RetrainingParameters: Codable, Sendable {
    /// Repetitions, each with images and random numbers of its own.
    public var replicates: Int
    /// Images from which each repetition draws those it may train on.
    public var pool: Int
    /// Images to train on at first, and to validate on.
    public var training: Int
    public var validation: Int
    /// Test images, on which nothing is chosen.
    public var test: Int
    /// Whether images are used at half their side.
    public var isHalved: Bool
    public var hiddenUnits: Int
    public var learningRate: Double
    public var batchSize: Int
    /// Evaluations without improvement before early stopping gives up.
    public var patience: Int
    /// The most epochs of early stopping, and of going on afterwards.
    public var limit: Int
    public var cap: Int
    /// Repetitions of going on with right and with wrong labels, the share of validation images with wrong ones,
    /// the weight decay of the networks, the patience of their early stopping, and the most epochs of going on.
    public var endlessReplicates: Int
    public var labelNoise: Double
    public var endlessDecay: Double
    public var endlessPatience: Int
    public var endlessCap: Int
    /// Repetitions that train on until well after the last training image is right, their images and their epochs.
    public var surrogateReplicates: Int
    public var surrogateTraining: Int
    public var surrogateEpochs: Int
    /// Runs of each kind of network on each number of images, to see whose validation loss turns, and their epochs.
    public var shapeRuns: Int
    public var shapeTraining: [Int]
    public var shapeEpochs: Int
}
