/// What a reader may change in the section on adversarial training.
public struct Parameters: Codable, Sendable {
    /// Data sets with all their networks; comparisons are paired within each.
    public var replicates: Int
    /// Training images of one replicate, drawn from a pool.
    public var trainingExamples: Int
    public var trainingPool: Int
    public var validationExamples: Int
    /// Test images on which clean errors are measured; the first `attackedExamples` of them are attacked.
    public var testExamples: Int
    public var attackedExamples: Int
    /// Whether images are shrunk to half their side, all but those of the pictures.
    public var halved: Bool
    /// Maxout units in each of the two hidden layers, and linear pieces of each unit.
    public var units: Int
    public var pieces: Int
    /// Probabilities with which dropout keeps an input and a hidden unit.
    public var keepInput: Double
    public var keepHidden: Double
    public var learningRate: Double
    public var momentum: Double
    /// The longest that a unit's vector of incoming weights may be.
    public var maxNorm: Double
    public var batchSize: Int
    public var epochs: Int
    /// Sizes of the perturbation, ascending; pixels lie between 0 and 1.
    public var epsilons: [Double]
    /// The size at which nearly every answer should be wrong.
    public var epsilon: Double
    /// The size at which networks trained in different ways are compared.
    public var comparedEpsilon: Double
    /// Sizes for adversarial training, among which the clean validation error decides.
    public var trainingEpsilons: [Double]
    /// Replicates of their own on which that is decided.
    public var tuningReplicates: Int
    /// Weight of the loss on clean images in adversarial training.
    public var cleanShare: Double
    /// Signed steps of one climb of a search, in an attack and in training, and how many climbs an attack makes.
    public var searchSteps: Int
    public var trainingSteps: Int
    public var searchStarts: Int
    /// Centres of the radial-basis classifier: the first training images.
    public var centres: Int
    /// The size of the perturbation in the picture.
    public var pictureEpsilon: Double
    /// Draws for each number of inputs of a linear function.
    public var linearDraws: Int
}

extension Parameters {
    /// The attack by many steps within ±`epsilon`.
    func search(_ epsilon: Double) -> BoxSearch {
        BoxSearch(epsilon: epsilon, steps: searchSteps, starts: searchStarts)
    }
}
