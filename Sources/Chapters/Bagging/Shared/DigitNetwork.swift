import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// How networks of digits are trained.
struct DigitNetwork: Codable, Sendable {
    let trainingPool: Int
    let trainingExamples: Int
    let testExamples: Int
    let hiddenUnits: Int
    let epochs: Int
    /// Whether images are used at half their side.
    let isHalved: Bool

    /// The probabilities of each class on the test images, image by image.
    ///
    /// - Parameters:
    ///   - replicate: the number of the training set.
    ///   - start: the stream of the initial weights.
    ///   - order: the stream of the minibatches.
    func probabilities(
        replicate: Int, start: RandomStream, order: RandomStream, rate: Double = 0.1, in lab: Lab
    ) throws -> [Double] {
        let pool = try lab.images(.training, count: trainingPool, isHalved: isHalved)
        let training = try pool.drawn(trainingExamples, by: lab.stream("training set", replicate))
        let network = try Network(input: .image(side: training.side)) {
            Dense(units: hiddenUnits)
            Activation(.rectifier)
            Dense(units: training.classes)
        }
        let descent = SGD(batch: 50, rate: .constant(rate), momentum: 0.5)
        let trainer = try Trainer(network, descent, on: training.examples, stream: order)
        var state = TrainingState<Float>(network.initialParameters(start.split("parameters")))
        try trainer.train(&state, steps: epochs * trainer.stepsPerEpoch)
        let test = try lab.images(.test, count: testExamples, isHalved: isHalved)
        return try Prediction(network, state.parameters).probabilities(test.examples.inputs)
    }
}

extension Lab {
    /// Images in the order in which all ensembles halve them, by chance: the first of MNIST's test images are the harder ones.
    func halving(_ count: Int) -> [Int] {
        var stream = stream("halves")
        return stream.permutation(count)
    }
}
