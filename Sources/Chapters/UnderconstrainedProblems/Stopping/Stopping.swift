import Laboratory

/// Early stopping on validation accuracy on separable data.
public struct Stopping: Experiment {
    public init() {}

    public static let question = "Does early stopping on validation accuracy end a search that has no end?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets of each kind", in: 2...10_000) public var replicates = 20
        @Parameter("evaluations without improvement before training stops", in: 1...10_000) public var patience = 20
        @Parameter("between evaluations", in: 1...10_000, unit: "steps") public var evaluateEvery = 10
        @Parameter("evaluations at most", in: 2...100_000) public var evaluations = 400
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 100 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Data sets of one kind.
        public var wide: [StoppedRun]
        public var narrow: [StoppedRun]
        public var mislabelled: [StoppedRun]
        /// The first data set of the narrow kind: ‖w‖ and validation accuracy at each evaluation.
        public let norms: [Double]
        public let accuracies: [Double]
    }

    /// All that a run depends on besides its number.
    struct Setting: Codable, Sendable {
        enum Kind: String, Codable, Sendable {
            /// Many examples, few features and a wide margin.
            case wide
            /// Few examples in many dimensions.
            case narrow
        }

        let kind: Kind
        let patience: Int
        let evaluateEvery: Int
        let evaluations: Int
    }

    /// What early stopping makes of one training run, by a clean validation set and by one with wrong labels.
    private struct Pair: Codable, Sendable {
        let clean: StoppedRun
        let mislabelled: StoppedRun
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = [Setting.Kind.wide, .narrow].map {
            Setting(
                kind: $0, patience: parameters.patience, evaluateEvery: parameters.evaluateEvery,
                evaluations: parameters.evaluations)
        }
        let runs = try await lab.map("early stopping", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let run = SeparableRun(setting, replicate, in: lab)
            return Pair(
                clean: try StoppedRun(run, run.accuracies, setting),
                mislabelled: try StoppedRun(run, run.mislabelledAccuracies, setting))
        }
        let shown = SeparableRun(settings[1], 0, in: lab)
        return Results(
            wide: runs[0].map(\.clean), narrow: runs[1].map(\.clean), mislabelled: runs[1].map(\.mislabelled),
            norms: shown.norms, accuracies: shown.accuracies)
    }
}
