import DataSets
import Laboratory
import Networks

/// What watching the validation error costs, and whether it disturbs the training.
public struct Monitoring: Experiment {
    public init() {}

    public static let question =
        "What does it cost to look at the validation error, and does the look disturb anything?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("passes over the training images with the monitor and without", in: 1...1_000) public var epochs = 3
        @Parameter("networks trained with the monitor and without", in: 1...100) public var runs = 2
        @Parameter("times that validation and training are timed in turn; none in the quick profile", in: 0...1_000)
        public var timedReplicates = 0
        public var training: MaxoutNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: MaxoutNetwork(profile))
        if profile != .quick { parameters.timedReplicates = 7 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Whether all parameters agreed to the last bit with and without the monitor, one entry a run.
        public var identical: [Bool]
        /// Bytes of the copy of the best parameters.
        public let copiedBytes: Int
        /// Multiplications spent on validation relative to those spent on training, one look after as many training examples as
        /// there are validation examples.
        public var overhead: Double
        /// The same in seconds of processor time, the copy of the parameters included, one entry a timing.
        public var timedOverheads: [Double]
    }

    /// All that decides one run besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let training: MaxoutNetwork
        let epochs: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var short = parameters.training
        short.trainingExamples = min(short.trainingExamples, 1_000)
        short.validationExamples = min(short.validationExamples, 500)
        let identical = try await lab.map(
            "monitored and not", replicates: parameters.runs, of: Setting(training: short, epochs: parameters.epochs)
        ) { setting, run, lab in
            let task = setting.training
            let training = try task.images(.training, count: task.trainingExamples, in: lab)
            let validation = try task.images(.validation, count: task.validationExamples, in: lab).examples
            let trainer = try task.trainer(on: training, run: run, in: lab)
            var watched = trainer.start()
            var alone = trainer.start()
            _ = try trainer.learningCurve(from: &watched, epochs: setting.epochs, validation: validation)
            try trainer.train(&alone, steps: setting.epochs * trainer.stepsPerEpoch)
            return watched.parameters == alone.parameters
        }
        let images = try short.images(.training, count: short.trainingExamples, in: lab)
        let trainer = try short.trainer(on: images, run: 0, in: lab)
        return Results(
            identical: identical, copiedBytes: trainer.network.parameterCount * MemoryLayout<Float>.size,
            overhead: try parameters.training.overhead,
            timedOverheads: try await lab.map("timed looks", replicates: parameters.timedReplicates, of: short) {
                task, _, lab in
                try Self.timedOverhead(task, in: lab)
            })
    }

    /// Processor time of one evaluation and of a copy of the parameters over that of training on as many images.
    private static func timedOverhead(_ task: MaxoutNetwork, in lab: Lab) throws -> Double {
        let images = try task.images(.training, count: task.trainingExamples, in: lab)
        let trainer = try task.trainer(on: images, run: 0, in: lab)
        var state = trainer.start()
        try trainer.trainEpoch(&state)
        let training = try ProcessorTime.seconds { try trainer.trainEpoch(&state) }
        let looking = try ProcessorTime.seconds {
            _ = try trainer.evaluate(state.parameters, on: images.examples)
            var copy = state.parameters
            copy[block: 0][0] += 1
        }
        return looking / training
    }
}
