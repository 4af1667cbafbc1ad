/// What a reader may change in the section on sparse representations.
public struct Parameters: Codable, Sendable {
    /// Training images from which each training set is drawn without replacement.
    public var trainingPool: Int
    /// Images in each training set.
    public var trainingImages: Int
    /// Fresh images on which representations are measured.
    public var testImages: Int
    /// Training sets.
    public var replicates: Int
    /// Columns of a dictionary.
    public var atoms: Int
    /// Turns between codes and dictionary.
    public var rounds: Int
    /// Steps of FISTA in a turn.
    public var steps: Int
    /// α of sparse coding with the L¹ penalty, ascending.
    public var penalties: [Double]
    /// Entries that a code with a hard constraint may have.
    public var entries: [Int]
    /// The share of the images' energy that codes under different penalties are made to leave over.
    public var residual: Double
    /// Hidden units of an autoencoder.
    public var units: Int
    /// α of the L¹ penalty on rectifiers, ascending from 0.
    public var activityPenalties: [Double]
    /// α of the Student-t penalty on tanh units.
    public var studentPenalty: Double
    /// α of the divergence on sigmoid units, and its target ρ.
    public var divergencePenalty: Double
    public var target: Double
    /// Units that a hard constraint leaves.
    public var kept: Int
    /// The L¹ penalty on weights where the parameters are to be sparse.
    public var weightPenalty: Double
    /// Passes over the training set of an autoencoder.
    public var epochs: Int
    /// Of minibatches of 20 images.
    public var learningRate: Double
}
