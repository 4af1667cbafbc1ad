import Learning

/// The classifiers that are compared, by how they are made.
public enum Arm: String, Codable, Sendable, CaseIterable {
    case softmax, softmaxAdversarial, radialBasis, network, networkNoise
    /// Trained against one signed step, of the chosen size and of the size of the strongest attack, and against a search.
    case networkAdversarial, networkLargeStep, networkSearch

    /// Whether a single step moves the copy of each minibatch.
    var isAgainstOneStep: Bool {
        self == .softmaxAdversarial || self == .networkAdversarial || self == .networkLargeStep
    }
}

/// One classifier on one replicate: all that decides it besides data and master seed.
struct ArmItem: Codable, Sendable {
    let arm: Arm
    let replicate: Int
    /// The size of the perturbations, or the deviation of the noise, in training.
    let trainingEpsilon: Double
    let parameters: Parameters

    /// Maxout layers with dropout, or nothing before the softmax output.
    func network(for images: LabelledImages) throws -> Network {
        try Network(input: .image(side: images.side)) {
            if arm == .networkNoise { Noise(.added, deviation: trainingEpsilon) }
            if arm != .softmax && arm != .softmaxAdversarial {
                Dropout(keep: parameters.keepInput)
                Maxout(units: parameters.units, pieces: parameters.pieces)
                Dropout(keep: parameters.keepHidden)
                Maxout(units: parameters.units, pieces: parameters.pieces)
                Dropout(keep: parameters.keepHidden)
            }
            Dense(units: images.classes)
        }
    }

    // snippet.adversarial-training
    /// Training as usual; the adversary adds to each minibatch its own copy, moved by ε against the network.
    func train(on images: LabelledImages, stream: RandomStream) throws -> TrainedNetwork {
        let adversary =
            arm.isAgainstOneStep ? try Adversary(epsilon: trainingEpsilon, share: parameters.cleanShare) : nil
        let trainer = try Trainer(
            network(for: images), descent(batch: parameters.batchSize, epochs: parameters.epochs),
            adversary: adversary, on: images.examples, stream: stream)
        var state = trainer.start()
        for _ in 0..<parameters.epochs { try trainer.trainEpoch(&state) }
        return TrainedNetwork(network: trainer.network, parameters: state.parameters)
    }
    // snippet.end

    /// Minibatches of `batch`, and a rate that falls to a fiftieth within `epochs`.
    func descent(batch: Int, epochs: Int) -> SGD {
        SGD(
            batch: batch,
            rate: .linear(
                from: parameters.learningRate, to: 0.02 * parameters.learningRate, epochs: Double(epochs)),
            momentum: .constant(parameters.momentum),
            maxNorm: parameters.maxNorm)
    }
}
