import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra

/// Stumps boosted and bagged, on two classes of the waveform problem.
public struct Stumps: Experiment {
    public init() {}

    public static let question = "Does boosting raise capacity where bagging averages?"

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...10_000) public var replicates = 10
        @Parameter("rounds of boosting, and stumps of a bag", in: 1...100_000) public var rounds = 400
        @Parameter("fresh examples that errors are measured on", in: 2...100_000) public var testExamples = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Numbers of stumps at which errors were measured.
        public let rounds: [Int]
        /// Misclassified shares at those numbers, one curve a training set.
        public var boostedTraining: [[Double]]
        public var boostedTest: [[Double]]
        public var baggedTraining: [[Double]]
        public var baggedTest: [[Double]]

        /// The number of stumps by which boosting had learned every training set without an error; 0 if never.
        var learnedBy: Int {
            let place = rounds.indices.first { place in
                boostedTraining.allSatisfy { $0[place...].allSatisfy { $0 == 0 } }
            }
            return place.map { rounds[$0] } ?? 0
        }
    }

    /// What all training sets have in common.
    private struct Setting: Codable, Sendable {
        let rounds: Int
        let testExamples: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(rounds: parameters.rounds, testExamples: parameters.testExamples)
        let curves = try await lab.map("stumps", replicates: parameters.replicates, of: setting) {
            try Self.curves($0, $1, in: $2)
        }
        return Results(
            rounds: Self.counts(upTo: parameters.rounds),
            boostedTraining: curves.map { $0[0] }, boostedTest: curves.map { $0[1] },
            baggedTraining: curves.map { $0[2] }, baggedTest: curves.map { $0[3] })
    }

    /// Numbers of stumps, about evenly spaced on a logarithmic axis.
    private static func counts(upTo rounds: Int) -> [Int] {
        [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 400, 600, 800].filter { $0 <= rounds }
    }

    /// Errors of boosted stumps on training and fresh examples, then those of bagged ones.
    private static func curves(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> [[Double]] {
        let stream = lab.stream("stumps", replicate)
        let training = twoClasses(200, stream.split("training"))
        let test = twoClasses(setting.testExamples, stream.split("test"))
        let boosted = try AdaBoost(training, rounds: setting.rounds)
        let bagged = try BaggedClassificationTrees(
            training, count: setting.rounds, limits: TreeLimits(depth: 1), stream: stream.split("bags"))
        let counts = counts(upTo: setting.rounds)
        return try [training, test].map { data in
            let errors = try boosted.errorRates(on: data)
            return counts.map { errors[min($0, errors.count) - 1] }
        }
            + [training, test].map { data in
                try counts.map { try bagged.predictions(for: data.inputs, count: $0).errorRate(against: data.labels) }
            }
    }

    /// Waveforms of the first two classes.
    private static func twoClasses(_ count: Int, _ stream: RandomStream) -> ClassificationData {
        var stream = stream
        let all = WaveformFamily.sample(2 * count, using: &stream)
        let chosen = all.subset(all.labels.indices.filter { all.labels[$0] < 2 }.prefix(count))
        return ClassificationData(inputs: chosen.inputs, labels: chosen.labels, classes: 2)
    }
}
