import Laboratory
import Networks

/// Networks that train on after they get every training image right.
public struct Surrogate: Experiment {
    public init() {}

    public static let question = "Does the error on new images still fall when the training error is zero?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("networks, each on images of its own", in: 2...1_000) public var replicates = 14
        @Parameter("images to train on", in: 1...50_000) public var training = 300
        @Parameter("epochs, until well after the last training image is right", in: 1...10_000, unit: "epochs")
        public var epochs = 120
        public var network: SmallNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(network: SmallNetwork(profile))
        if profile != .quick { (parameters.replicates, parameters.training) = (10, 2_000) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var runs: [Run]
    }

    /// One network that trains on after it gets every training image right.
    public struct Run: Codable, Sendable {
        /// After each epoch: mean negative log-likelihood and misclassified share.
        public var trainingLoss: [Double]
        public var trainingError: [Double]
        public var validationLoss: [Double]
        public var validationError: [Double]
        /// The epoch, counted from zero, after which no training image is wrong for the first time; nil if never.
        public let perfect: Int?
    }

    /// All that decides one run besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let training: Int
        let epochs: Int
        let network: SmallNetwork
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            training: parameters.training, epochs: parameters.epochs, network: parameters.network)
        return Results(
            runs: try await lab.map("surrogate", replicates: parameters.replicates, of: setting) {
                setting, replicate, lab in
                let task = try Repetition(setting.network, training: setting.training, replicate: replicate, in: lab)
                let curve = try task.trainer(on: task.training, stream: lab.stream("surrogate", replicate))
                    .learningCurve(epochs: setting.epochs, validation: task.test, monitor: task.training)
                let errors = curve.epochs.compactMap(\.training?.error)
                return Run(
                    trainingLoss: curve.epochs.compactMap(\.training?.loss), trainingError: errors,
                    validationLoss: curve.validationLosses, validationError: curve.validationErrors,
                    perfect: errors.firstIndex(of: 0))
            })
    }
}
