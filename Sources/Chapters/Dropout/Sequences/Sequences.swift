import Laboratory

/// Recurrent networks that read digits line by line, with dropout and without.
public struct Sequences: Experiment {
    public init() {}

    public static let question = "Does dropout work with other models?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Comparison.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("networks of each kind", in: 2...1_000) public var replicates = 6
        @Parameter("passes over the training images", in: 1...10_000) public var epochs = 15
        @Parameter("training images", in: 20...60_000) public var examples = 500
        @Parameter("recurrent tanh units", in: 1...4_096) public var units = 50
        public var task: DigitTask
    }

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(task: DigitTask(profile))
    }

    public struct Results: Codable, Sendable {
        /// Misclassified shares of test images, one entry a replicate.
        public var plainErrors: [Double]
        public var dropoutErrors: [Double]
        /// The same of the feedforward networks of the comparison.
        public var feedforwardPlain: [Double]
        public var feedforwardDropout: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = [false, true].map { drops in
            SequenceItem(
                task: parameters.task, drops: drops, epochs: parameters.epochs, units: parameters.units,
                examples: parameters.examples)
        }
        let errors = try await lab.map("recurrent", over: items, replicates: parameters.replicates) {
            try $0.error($1, in: $2)
        }
        let feedforward = try lab.results(of: Comparison.self)
        return Results(
            plainErrors: errors[0], dropoutErrors: errors[1], feedforwardPlain: feedforward.errors(.plain),
            feedforwardDropout: feedforward.errors(.dropout))
    }
}
