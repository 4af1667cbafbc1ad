/// What a reader may change in the bagging section.
public struct Parameters: Codable, Sendable {
    /// Data sets with flipped pixels on which the cartoon's detectors are trained again.
    public var cartoonReplicates: Int
    /// The probability that a pixel of a glyph is flipped in those replicates.
    public var flipProbability: Double
    /// Simulated draws of the members' errors for each ensemble size.
    public var draws: Int
    /// The largest simulated ensemble.
    public var largestEnsemble: Int
    /// Simulated bootstrap samples for each size of data set.
    public var bootstrapDraws: Int
    /// Training sets on which trees and stable learners are bagged, members of a bag, and examples that errors are
    /// measured on.
    public var treeReplicates: Int
    public var treeMembers: Int
    public var treeTestExamples: Int
    /// Training sets on which stumps are boosted and networks grown, rounds of boosting, and hidden units.
    public var boostingReplicates: Int
    public var boostingRounds: Int
    public var grownUnits: Int
    /// Training sets of each small problem on which ensembles of small networks are trained, and their networks.
    public var tabularReplicates: Int
    public var tabularNetworks: Int
    /// Networks of the published architecture, two layers of 800 rectifiers on all training images; 0 to leave them out.
    public var publishedNetworks: Int
    public var publishedEpochs: Int
    /// Training sets on which ensembles of networks are trained.
    public var networkReplicates: Int
    /// Networks on each of them.
    public var networks: Int
    /// Training images from which each training set is drawn without replacement.
    public var trainingPool: Int
    /// Images in each training set.
    public var trainingExamples: Int
    /// Images on which errors are measured; half of them estimate variance and covariance, half the error.
    public var testExamples: Int
    /// Hidden units of a network.
    public var hiddenUnits: Int
    /// Passes over a training set.
    public var epochs: Int
}
