import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Whether the validation loss turns, for several kinds of network on few and on more images.
public struct Shapes: Experiment {
    public init() {}

    public static let question = "How reliably does the validation loss turn?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("runs of each kind of network on each number of images", in: 1...1_000) public var replicates = 3
        @Parameter("images to train on", in: 1...50_000) public var training = [150, 600]
        @Parameter("epochs", in: 1...10_000) public var epochs = 80
        public var network: SmallNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(network: SmallNetwork(profile))
        if profile != .quick { (parameters.replicates, parameters.training) = (5, [500, 4_000]) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let kinds: [Kind]
    }

    /// One kind of network on one number of images.
    public struct Kind: Codable, Sendable {
        public let model: SmallModel
        public let examples: Int
        public let runs: Int
        /// Runs whose smoothed validation loss ends more than a hundredth above its minimum.
        public let turned: Int
        /// The epoch of the minimum, from 1, and by how much the end lies above it, relative; means over runs.
        public let bestEpoch: Double
        public let rise: Double
    }

    /// All that decides one run besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let model: SmallModel
        let examples: Int
        let epochs: Int
        let network: SmallNetwork
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = SmallModel.allCases.flatMap { model in
            parameters.training.map {
                Setting(model: model, examples: $0, epochs: parameters.epochs, network: parameters.network)
            }
        }
        let curves = try await lab.map("shapes", over: settings, replicates: parameters.replicates) {
            try Self.curve($0, run: $1, in: $2)
        }
        return Results(
            kinds: zip(settings, curves).map { setting, own in
                Kind(
                    model: setting.model, examples: setting.examples, runs: own.count,
                    turned: own.count { $0.turns }, bestEpoch: own.map { Double([$0].turn + 1) }.mean,
                    rise: own.map(\.riseAfterTurn).mean)
            })
    }

    /// The validation loss after each epoch.
    private static func curve(_ setting: Setting, run: Int, in lab: Lab) throws -> [Double] {
        let task = try Repetition(setting.network, training: setting.examples, replicate: run, in: lab)
        let network = try Network(
            input: task.network.input, layers: setting.model.layers(classes: task.network.output.count))
        let descent = SGD(
            batch: setting.network.batchSize, rate: .constant(setting.network.learningRate),
            penalty: Penalty(l2: setting.model.weightDecay))
        let trainer = try Trainer(
            network, descent, on: task.training, stream: lab.stream("shape of " + setting.model.rawValue, run))
        return try trainer.learningCurve(epochs: setting.epochs, validation: task.test).validationLosses
    }
}
