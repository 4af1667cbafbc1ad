import Learning

/// The classifiers that are compared, by how they are made.
public enum Arm: String, Codable, Sendable, CaseIterable {
    case softmax, softmaxAdversarial, radialBasis, network, networkNoise, networkAdversarial

    var isAdversarial: Bool { self == .softmaxAdversarial || self == .networkAdversarial }
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
            arm.isAdversarial ? try Adversary(epsilon: trainingEpsilon, share: parameters.cleanShare) : nil
        let descent = SGD(
            batch: parameters.batchSize,
            rate: .linear(
                from: parameters.learningRate, to: 0.02 * parameters.learningRate, epochs: Double(parameters.epochs)),
            momentum: .constant(parameters.momentum),
            maxNorm: parameters.maxNorm)
        let trainer = try Trainer(
            network(for: images), descent, adversary: adversary, on: images.examples, stream: stream)
        var state = trainer.start()
        for _ in 0..<parameters.epochs { try trainer.trainEpoch(&state) }
        return TrainedNetwork(network: trainer.network, parameters: state.parameters)
    }
    // snippet.end
}
