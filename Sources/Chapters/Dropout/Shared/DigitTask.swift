import Laboratory

/// Networks on images: what all comparisons share.
public struct DigitTask: Codable, Sendable {
    @Parameter("whether images are used at half their side") public var isHalved = true
    @Parameter("images from which training sets are drawn", in: 10...60_000) public var trainingPool = 8_000
    @Parameter("training images", in: 1...60_000) public var trainingExamples = 500
    @Parameter("validation images", in: 1...30_000) public var validationExamples = 500
    @Parameter("test images", in: 1...10_000) public var testExamples = 1_000
    @Parameter("rectifiers in each of the two hidden layers", in: 1...4_096) public var units = 100
    @Parameter("updates", in: 1...10_000_000) public var updates = 1_000
    @Parameter("images in a minibatch", in: 1...10_000) public var batchSize = 25
    @Parameter("learning rate at the start", in: 1e-6...10) public var learningRate = 0.1
    @Parameter("momentum, once it has risen", in: 0...0.999) public var momentum = 0.9
    @Parameter("probability with which dropout keeps an input", in: 0.01...1) public var keepInput = 0.9
    @Parameter("probability with which dropout keeps a hidden unit", in: 0.01...1) public var keepHidden = 0.8
    @Parameter("images without labels from which features are learned", in: 10...60_000)
    public var unlabelledExamples = 2_000

    init(_ profile: Profile) {
        guard profile != .quick else { return }
        isHalved = false
        trainingPool = 50_000
        trainingExamples = 50_000
        validationExamples = 10_000
        testExamples = 10_000
        units = profile == .full ? 200 : 1_024
        updates = profile == .full ? 5_000 : 1_000_000
        batchSize = 100
        momentum = profile == .full ? 0.9 : 0.95
        keepInput = 0.8
        keepHidden = 0.5
        unlabelledExamples = 10_000
    }
}
