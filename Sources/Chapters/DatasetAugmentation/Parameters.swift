/// What a reader may change in the section on dataset augmentation.
public struct Parameters: Codable, Sendable {
    /// Width of the images in pixels; 14 halves images of 28.
    public var side: Int
    /// Images from which each replicate draws its own, and images on which all are tested.
    public var trainingPool: Int
    public var testExamples: Int
    /// Hidden units of the fully connected network, and the steps that every network is trained for.
    public var hiddenUnits: Int
    public var steps: Int
    /// Changed copies of each training image.
    public var copies: Int
    /// Sizes of the training sets of the learning curves, and replicates of each.
    public var curveSizes: [Int]
    public var curveReplicates: Int
    /// Training images on which two algorithms meet all schemes, and their steps of training.
    public var schemeExamples: Int
    public var schemeSteps: Int
    public var schemeReplicates: Int
    /// Training images that are flipped.
    public var flipExamples: Int
    public var flipReplicates: Int
    /// Standard deviations of the pixel noise in training and in testing, and the one of testing that is compared.
    public var trainingNoise: [Double]
    public var testNoise: [Double]
    public var comparedNoise: Double
    public var noiseExamples: Int
    public var noiseReplicates: Int
    /// Hidden units of the network that has noise on them.
    public var noisyUnits: Int
    /// Standard deviations of that noise: on multiplied factors those of dropout with keep-probability 1/(1 + σ²).
    public var hiddenNoise: [Double]
    public var hiddenExamples: Int
    public var hiddenReplicates: Int
    /// The autoencoders' hidden units, images without labels, labelled ones of each class, the share of pixels that are
    /// blotted out, and training steps.
    public var codeUnits: Int
    public var unlabelledExamples: Int
    public var labelledExamples: Int
    /// Draws of labelled images over which errors are averaged.
    public var labelledDraws: Int
    public var corruption: Double
    public var codeSteps: Int
    public var codeReplicates: Int
}
