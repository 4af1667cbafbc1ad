import Learning
import Notebook

/// An ensemble of networks of a published size on all training images: two layers of 800 rectifiers, no dropout (Wan et
/// al. 2013, table 2), trained for fewer epochs.
public struct PublishedEnsemble: Codable, Sendable {
    /// Misclassified share of each member on the test images, and that of their vote and of their average.
    public let memberErrorRates: [Double]
    public let voteErrorRate: Double
    public let averageErrorRate: Double

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> PublishedEnsemble? {
        guard parameters.publishedNetworks > 0 else { return nil }
        let items = (0..<parameters.publishedNetworks).map {
            PublishedItem(
                member: $0, epochs: parameters.publishedEpochs, trainingExamples: parameters.trainingPool,
                testExamples: parameters.testExamples)
        }
        let answers = try await lab.map("published size", over: items) { item, lab in
            MemberAnswers(try item.probabilities(in: lab))
        }
        let test = try lab.images(.test, count: parameters.testExamples)
        let votes = Ballot(answers.map(\.probabilities), labels: test.labels, classes: test.classes)
        return PublishedEnsemble(
            memberErrorRates: votes.memberErrorRates, voteErrorRate: votes.voteErrorRate,
            averageErrorRate: votes.averageErrorRate)
    }
}

/// One network of that size.
struct PublishedItem: Codable, Sendable {
    let member: Int
    let epochs: Int
    let trainingExamples: Int
    let testExamples: Int

    func probabilities(in lab: Lab) throws -> [Double] {
        let training = try lab.images(.training, count: trainingExamples)
        let network = try Network(input: .image(side: training.side)) {
            Dense(units: 800)
            Activation(.rectifier)
            Dense(units: 800)
            Activation(.rectifier)
            Dense(units: training.classes)
        }
        // The published schedule 600-400-20 goes down further at its end, 1,480 epochs in all; here there are fewer.
        let drops = [600.0, 1_000].map { $0 / 1_020 * Double(epochs) }
        let descent = SGD(
            batch: 128, rate: .steps(start: 0.1, factor: 0.3, epochs: drops), momentum: 0.9)
        let trainer = try Trainer(
            network, descent, on: training.examples, stream: lab.stream("published size", member))
        var state = trainer.start()
        try trainer.train(&state, steps: epochs * trainer.stepsPerEpoch)
        let test = try lab.images(.test, count: testExamples)
        return try Prediction(network, state.parameters).probabilities(test.examples.inputs)
    }
}
