import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Training past the best moment: the counterpart of Figure 7.3.
public struct LearningCurves: Experiment {
    public init() {}

    public static let question = "When does the loss on new images turn, and what does going back to that moment gain?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("networks that differ in their random numbers only", in: 2...1_000) public var runs = 8
        @Parameter("evaluations without improvement before early stopping gives up", in: 1...10_000)
        public var patience = 10
        @Parameter("test images, on which nothing is chosen", in: 1...10_000) public var testExamples = 2_000
        public var training: MaxoutNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: MaxoutNetwork(profile))
        guard profile != .quick else { return parameters }
        parameters.runs = profile == .full ? 10 : 5
        parameters.testExamples = 10_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var runs: [Run]
        /// The epoch after which Algorithm 7.1 stops, one a run.
        public var stops: [Int]
        /// What one look an epoch costs relative to training, in multiplications.
        public let overhead: Double
        public let dataName: String
    }

    /// One training run, measured after each epoch without dropout.
    public struct Run: Codable, Sendable, Equatable {
        /// Mean negative log-likelihood on the training and validation images.
        public var trainingLoss: [Double]
        public var validationLoss: [Double]
        /// Share of misclassified images.
        public var trainingError: [Double]
        public var validationError: [Double]
        /// The norm of the training loss's gradient, without dropout, at the lowest validation loss and at the end.
        public var slopeAtBest: Double
        public var slopeAtEnd: Double
        /// Loss and error on test images, with the parameters of the lowest validation loss and with the last ones.
        public var returned: Evaluation
        public var last: Evaluation
    }

    /// All that decides one run besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let training: MaxoutNetwork
        let testExamples: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(training: parameters.training, testExamples: parameters.testExamples)
        let runs = try await lab.map("networks", replicates: parameters.runs, of: setting) { setting, run, lab in
            try Self.run(setting, number: run, in: lab)
        }
        let (training, rule) = (parameters.training, try EarlyStopping(patience: parameters.patience))
        return Results(
            runs: runs, stops: runs.map { rule.replay($0.validationLoss).stoppedAt },
            overhead: try training.overhead * Double(training.validationExamples) / Double(training.trainingExamples),
            dataName: lab.dataName)
    }

    private static func run(_ setting: Setting, number: Int, in lab: Lab) throws -> Run {
        let task = setting.training
        let training = try task.images(.training, count: task.trainingExamples, in: lab)
        let validation = try task.images(.validation, count: task.validationExamples, in: lab)
        let test = try task.images(.test, count: setting.testExamples, in: lab).examples
        let trainer = try task.trainer(on: training, run: number, in: lab)
        var state = trainer.start()
        var best = (loss: Double.infinity, parameters: state.parameters)
        let curve = try trainer.learningCurve(
            from: &state, epochs: task.epochs, validation: validation.examples, monitor: training.examples
        ) { epoch, state in
            if epoch.validation.loss < best.loss { best = (epoch.validation.loss, state.parameters) }
        }
        let part = training.examples.subset(0..<min(training.count, 1_000))
        let slope = { try LossGradient(trainer.network, at: $0, on: part).parameters.map(Double.init).norm }
        return Run(
            trainingLoss: curve.epochs.compactMap(\.training?.loss), validationLoss: curve.validationLosses,
            trainingError: curve.epochs.compactMap(\.training?.error), validationError: curve.validationErrors,
            slopeAtBest: try slope(best.parameters), slopeAtEnd: try slope(state.parameters),
            returned: try trainer.evaluate(best.parameters, on: test),
            last: try trainer.evaluate(state.parameters, on: test))
    }
}
