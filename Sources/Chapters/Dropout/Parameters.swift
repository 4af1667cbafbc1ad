/// What a reader may change in the section on dropout.
public struct Parameters: Codable, Sendable {
    /// Random problems on which each exact statement is tried.
    public var problems: Int
    /// Small networks of each kind whose ensembles are enumerated.
    public var enumeratedNetworks: Int
    /// Data sets on which dropout is compared with sub-networks that are trained alone, and how many of these are averaged.
    public var baggedReplicates: Int
    public var baggedMembers: Int
    /// Pairs of logistic regressions, with masks and without, and their updates.
    public var fastReplicates: Int
    public var fastUpdates: Int
    /// The networks on images, and how they train.
    public var task: DigitTask
    /// Networks of each kind on which masks are sampled, and the numbers of masks, ascending.
    public var sampledNetworks: Int
    public var samples: [Int]
    /// Units in each layer where networks are sampled, and pieces of a maxout unit.
    public var sampledUnits: Int
    public var pieces: Int
    /// Test images on which masks are sampled.
    public var sampledExamples: Int
    /// Channels of the two convolutions, the probability with which each number after them is kept where dropout follows
    /// every layer, training images, and passes over them.
    public var channels: [Int]
    public var keepChannels: Double
    public var convolutionExamples: Int
    public var convolutionEpochs: Int
    public var convolutionReplicates: Int
    /// Replicates on which each regularizer's strength is chosen, and those on which all are compared.
    public var tuningReplicates: Int
    public var comparedReplicates: Int
    /// Whether DropConnect is among the regularizers.
    public var comparesDropConnect: Bool
    /// Networks of published size: units in each of their two layers, runs and updates of the plain one and of the one
    /// with dropout and max-norm. No runs where there are none.
    public var wideUnits: Int
    public var wideReplicates: Int
    public var wideUpdates: Int
    public var wideDropoutReplicates: Int
    public var wideDropoutUpdates: Int
    /// Updates of one maxout network of 240 units with five pieces, and the learning rates and last momenta, pair by
    /// pair, of which validation chooses.
    public var maxoutUpdates: Int
    public var maxoutRates: [Double]
    public var maxoutMomenta: [Double]
    /// Updates of each network where training sets or widths vary.
    public var sweepUpdates: Int
    /// Training images, ascending, at which plain training and dropout are compared.
    public var sizes: [Int]
    public var sizeReplicates: Int
    /// The same at the least of the sizes, where rivals are tried, too.
    public var fewReplicates: Int
    /// Hidden units in each layer, ascending, at which they are compared.
    public var widths: [Int]
    public var widthReplicates: Int
    /// Recurrent networks that read digits line by line.
    public var recurrentReplicates: Int
    public var recurrentEpochs: Int
}

/// Networks on images: what all comparisons share.
public struct DigitTask: Codable, Sendable {
    /// Whether images are shrunk to half their side.
    public var halved: Bool
    /// Images from which training sets are drawn.
    public var trainingPool: Int
    public var trainingExamples: Int
    public var validationExamples: Int
    public var testExamples: Int
    /// Units in each of the two hidden layers.
    public var units: Int
    public var updates: Int
    public var batchSize: Int
    public var learningRate: Double
    public var momentum: Double
    /// Probabilities with which dropout keeps an input and a hidden unit.
    public var keepInput: Double
    public var keepHidden: Double
    /// Images without labels from which features are learned.
    public var unlabelledExamples: Int
}
