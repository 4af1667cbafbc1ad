import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// An ensemble of networks of a published size on all training images: two layers of 800 rectifiers, no dropout (Wan et
/// al. 2013, table 2), trained for fewer epochs.
public struct PublishedSize: Experiment {
    public init() {}

    public static let question = "What does an ensemble of networks of the published size gain?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("networks; 0 to leave them out", in: 0...100) public var replicates = 0
        @Parameter("passes over the training images", in: 0...10_000) public var epochs = 0
        @Parameter("training images", in: 10...60_000) public var trainingExamples = 6_000
        @Parameter("images that errors are measured on", in: 2...10_000) public var testExamples = 2_000
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = 5
        parameters.epochs = profile == .full ? 12 : 1_020
        parameters.trainingExamples = 50_000
        parameters.testExamples = 10_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Misclassified share of each member on the test images, and that of their vote and of their average; of no networks
        /// where none were trained.
        public let memberErrorRates: [Double]
        public let voteErrorRate: Double
        public let averageErrorRate: Double
        public let dataName: String
    }

    /// How each network is trained.
    private struct Setting: Codable, Sendable {
        let epochs: Int
        let trainingExamples: Int
        let testExamples: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            epochs: parameters.epochs, trainingExamples: parameters.trainingExamples,
            testExamples: parameters.testExamples)
        let answers = try await lab.map("published size", replicates: parameters.replicates, of: setting) {
            MemberAnswers(try Self.probabilities($0, member: $1, in: $2))
        }
        guard !answers.isEmpty else {
            return Results(memberErrorRates: [], voteErrorRate: .nan, averageErrorRate: .nan, dataName: lab.dataName)
        }
        let test = try lab.images(.test, count: parameters.testExamples)
        let votes = Ballot(answers.map(\.probabilities), labels: test.labels, classes: test.classes)
        return Results(
            memberErrorRates: votes.memberErrorRates, voteErrorRate: votes.voteErrorRate,
            averageErrorRate: votes.averageErrorRate, dataName: lab.dataName)
    }

    private static func probabilities(_ setting: Setting, member: Int, in lab: Lab) throws -> [Double] {
        let training = try lab.images(.training, count: setting.trainingExamples)
        let network = try Network(input: .image(side: training.side)) {
            Dense(units: 800)
            Activation(.rectifier)
            Dense(units: 800)
            Activation(.rectifier)
            Dense(units: training.classes)
        }
        // The published schedule 600-400-20 goes down further at its end, 1,480 epochs in all; here there are fewer.
        let drops = [600.0, 1_000].map { $0 / 1_020 * Double(setting.epochs) }
        let descent = SGD(batch: 128, rate: .steps(start: 0.1, factor: 0.3, epochs: drops), momentum: 0.9)
        let trainer = try Trainer(network, descent, on: training.examples, stream: lab.stream("published size", member))
        var state = trainer.start()
        try trainer.train(&state, steps: setting.epochs * trainer.stepsPerEpoch)
        let test = try lab.images(.test, count: setting.testExamples)
        return try Prediction(network, state.parameters).probabilities(test.examples.inputs)
    }
}
