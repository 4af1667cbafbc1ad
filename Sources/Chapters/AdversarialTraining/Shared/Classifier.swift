import DataSets
import Laboratory
import LinearAlgebra
import Networks

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

/// One way to make a classifier: all that decides it besides data, replicate and master seed.
struct Classifier: Codable, Sendable {
    let arm: Arm
    /// The size of the perturbations, or the deviation of the noise, in training.
    let trainingEpsilon: Double
    let task: AttackedTask

    /// Maxout layers with dropout, or nothing before the softmax output.
    func network(for images: LabelledImages) throws -> Network {
        try Network(input: .image(side: images.side)) {
            if arm == .networkNoise { Noise(.added, deviation: trainingEpsilon) }
            if arm != .softmax && arm != .softmaxAdversarial {
                Dropout(keep: task.keepInput)
                Maxout(units: task.units, pieces: task.pieces)
                Dropout(keep: task.keepHidden)
                Maxout(units: task.units, pieces: task.pieces)
                Dropout(keep: task.keepHidden)
            }
            Dense(units: images.classes)
        }
    }

    // snippet.adversarial-training
    /// Training as usual; the adversary adds to each minibatch its own copy, moved by ε against the network.
    func train(on images: LabelledImages, stream: RandomStream) throws -> TrainedNetwork {
        let adversary =
            arm.isAgainstOneStep ? try Adversary(epsilon: trainingEpsilon, share: task.cleanShare) : nil
        let trainer = try Trainer(
            network(for: images), descent(batch: task.batchSize, epochs: task.epochs),
            adversary: adversary, on: images.examples, stream: stream)
        var state = trainer.start()
        for _ in 0..<task.epochs { try trainer.trainEpoch(&state) }
        return TrainedNetwork(network: trainer.network, parameters: state.parameters)
    }
    // snippet.end

    /// Minibatches of `batch`, and a rate that falls to a fiftieth within `epochs`.
    func descent(batch: Int, epochs: Int) -> SGD {
        SGD(
            batch: batch,
            rate: .linear(
                from: task.learningRate, to: 0.02 * task.learningRate, epochs: Double(epochs)),
            momentum: .constant(task.momentum),
            maxNorm: task.maxNorm)
    }

    func trainingImages(_ replicate: Int, in lab: Lab) throws -> LabelledImages {
        let pool = try task.images(.training, count: task.trainingPool, in: lab)
        return try pool.drawn(task.trainingExamples, by: lab.stream("training set", replicate))
    }

    /// The same for all arms of a replicate, so that they start alike and see the images in one order.
    func stream(_ replicate: Int, in lab: Lab) -> RandomStream { lab.stream("replicate", replicate) }

    /// The classifier that `made` makes of the training images, measured under attack.
    func attacked(
        _ replicate: Int, in lab: Lab, equations: Equations,
        made: (LabelledImages) throws -> any AttackableModel
    ) throws -> AttackMeasurements {
        let test = try task.images(.test, count: task.testExamples, in: lab)
        let model = try made(trainingImages(replicate, in: lab))
        let wrong = answers(try model.probabilities(test.examples.inputs), classes: test.classes).enumerated().count {
            $1.label != test.labels[$0]
        }
        let attacked = test.subset(0..<min(task.attackedExamples, test.count))
        let attack = try Attack(model, on: attacked.examples, classes: test.classes, equations: equations)
        return try attack.measure(
            cleanError: Double(wrong) / Double(test.count), task, stream: stream(replicate, in: lab).split("attack"))
    }

    /// A network that is trained as its arm says, measured under attack.
    func attackedNetwork(_ replicate: Int, in lab: Lab, equations: Equations) throws -> AttackMeasurements {
        try attacked(replicate, in: lab, equations: equations) { images in
            let stream = stream(replicate, in: lab)
            return try arm == .networkSearch
                ? trainAgainstSearch(on: images, stream: stream) : train(on: images, stream: stream)
        }
    }
}
