import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// The network of Figure 7.3 and its training: two hidden layers of maxout units with dropout before each layer.
public struct MaxoutNetwork: Codable, Sendable {
    @Parameter("training images", in: 1...60_000) public var trainingExamples = 500
    @Parameter("validation images", in: 1...30_000) public var validationExamples = 1_000
    @Parameter("whether images are used at half their side") public var isHalved = false
    @Parameter("maxout units in each of the two hidden layers", in: 1...4_096) public var units = 48
    @Parameter("linear pieces of each unit", in: 1...100) public var pieces = 4
    @Parameter("probability with which dropout keeps an input", in: 0.01...1) public var keepInput = 0.8
    @Parameter("probability with which dropout keeps a hidden unit", in: 0.01...1) public var keepHidden = 0.5
    @Parameter("learning rate", in: 1e-6...10) public var learningRate = 0.1
    @Parameter("longest vector of a unit's incoming weights", in: 1e-3...1e6) public var maxNorm = 1.9365
    @Parameter("momentum", in: 0...0.999) public var momentum = 0.5
    @Parameter("images in a minibatch", in: 1...10_000) public var batchSize = 50
    @Parameter("passes over the training images; well past the minimum, to see the loss rise", in: 1...10_000)
    public var epochs = 100

    init(_ profile: Profile) {
        guard profile != .quick else { return }
        trainingExamples = profile == .full ? 10_000 : 50_000
        validationExamples = 10_000
        units = 240
        pieces = 5
        batchSize = 100
        epochs = profile == .full ? 100 : 300
    }

    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        try lab.images(part, count: count, isHalved: isHalved)
    }

    func network(for images: LabelledImages) throws -> Network {
        try Network(input: .image(side: images.side)) {
            Dropout(keep: keepInput)
            Maxout(units: units, pieces: pieces)
            Dropout(keep: keepHidden)
            Maxout(units: units, pieces: pieces)
            Dropout(keep: keepHidden)
            Dense(units: images.classes)
        }
    }

    func trainer(on images: LabelledImages, run: Int, in lab: Lab) throws -> Trainer<Float> {
        let descent = SGD(
            batch: batchSize, rate: .constant(learningRate), momentum: .constant(momentum), maxNorm: maxNorm)
        return try Trainer(network(for: images), descent, on: images.examples, stream: lab.stream("run", run))
    }

    /// Multiplications of validation over those of training when one validation set of training examples passes between
    /// evaluations.
    var overhead: Double {
        get throws {
            let network = try network(
                for: LabelledImages(side: isHalved ? 14 : 28, classes: 10, pixels: [], labels: []))
            let weights = network.blocks.filter { $0.role == .weights }.map { Double($0.count) }
            let forward = weights.reduce(0, +)
            return forward / (forward + forward + weights.dropFirst().reduce(0, +))
        }
    }
}
