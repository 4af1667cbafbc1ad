import Laboratory
import LinearAlgebra
import Networks

/// Algorithms 7.1, 7.2 and 7.3 on the same images.
public struct Retraining: Experiment {
    public init() {}

    public static let question = "How should the validation images be used once they have determined when to stop?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("repetitions, each with images and random numbers of its own", in: 2...1_000) public var replicates =
            20
        @Parameter("images to train on at first", in: 1...50_000) public var training = 300
        @Parameter("evaluations without improvement before early stopping gives up", in: 1...10_000)
        public var patience = 5
        @Parameter("most epochs of early stopping", in: 1...10_000, unit: "epochs") public var limit = 80
        @Parameter("most epochs of continued training", in: 1...10_000, unit: "epochs") public var cap = 80
        @Parameter("learning rate that is so low that training ends far from a minimum", in: 1e-6...10)
        public var slowRate = 0.01
        @Parameter("most epochs of early stopping at that rate", in: 1...10_000, unit: "epochs") public var slowLimit =
            10
        public var network: SmallNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(network: SmallNetwork(profile))
        guard profile != .quick else { return parameters }
        parameters.replicates = 10
        parameters.training = profile == .full ? 5_000 : 40_000
        parameters.slowRate = 0.001
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var runs: [Run]
        /// Where the rate is so low that training has far to go when it ends: a new start for as many epochs and for as many
        /// updates.
        public var slow: [Slow]
    }

    /// One repetition; evaluations on the test images.
    public struct Run: Codable, Sendable {
        /// The epoch that Algorithm 7.1 returns to.
        public let stoppedEpoch: Int
        /// Updates in as many epochs on all the images, relative to those of the first stage.
        public let updateRatio: Double
        /// The early stop, a new start for as many epochs and for as many updates, and continued training.
        public var stopped: Evaluation
        public var sameEpochs: Evaluation
        public var sameUpdates: Evaluation
        public var continued: Evaluation
        /// The early stop after as many more updates as continued training took, on the images of the first stage alone.
        public var control: Evaluation
        /// Epochs of continued training, whether they reached the stored training loss, and that loss.
        public let continuedEpochs: Int
        public let reached: Bool
        public let target: Double
    }

    /// One repetition at a low learning rate; evaluations on the test images.
    public struct Slow: Codable, Sendable {
        public let stoppedEpoch: Int
        public let stopped: Evaluation
        public var sameEpochs: Evaluation
        public var sameUpdates: Evaluation
    }

    /// All that decides one repetition besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let network: SmallNetwork
        let training: Int
        let rule: EarlyStopping
        let cap: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            network: parameters.network, training: parameters.training,
            rule: try EarlyStopping(patience: parameters.patience, limit: parameters.limit), cap: parameters.cap)
        var network = parameters.network
        network.learningRate = parameters.slowRate
        let slow = Setting(
            network: network, training: parameters.training,
            rule: try EarlyStopping(patience: parameters.patience, limit: parameters.slowLimit), cap: 0)
        async let runs = lab.map("retraining", replicates: parameters.replicates, of: setting) {
            try Self.run($0, $1, in: $2)
        }
        async let slowRuns = lab.map("slow retraining", replicates: parameters.replicates, of: slow) {
            try Self.slow($0, $1, in: $2)
        }
        return try await Results(runs: runs, slow: slowRuns)
    }

    /// Algorithm 7.2, and a start from the same weights for as many updates.
    private struct Restarts {
        let task: Repetition
        let part: Trainer<Float>
        let all: Trainer<Float>
        let stopped: EarlyStopped<TrainingState<Float>>
        let sameEpochs: TrainingState<Float>
        let sameUpdates: TrainingState<Float>

        init(_ setting: Setting, _ replicate: Int, in lab: Lab) throws {
            let task = try Repetition(setting.network, training: setting.training, replicate: replicate, in: lab)
            let stream = lab.stream("retraining", replicate)
            let part = try task.trainer(on: task.training, stream: stream.split("part"))
            let all = try task.trainer(on: task.training.appending(task.validation), stream: stream.split("all"))
            var starts = [part.start(), all.start()]
            (sameEpochs, stopped) = try setting.rule.retrain(
                start: { starts.removeFirst() },
                train: { try part.train(&$0, steps: $1 * part.stepsPerEpoch) },
                validationError: { try part.evaluate($0.parameters, on: task.validation).loss },
                trainOnAll: { try all.train(&$0, steps: $1 * all.stepsPerEpoch) })
            var sameUpdates = all.start()
            try all.train(&sameUpdates, steps: stopped.step * part.stepsPerEpoch)
            (self.task, self.part, self.all, self.sameUpdates) = (task, part, all, sameUpdates)
        }

        func tested(_ state: TrainingState<Float>) throws -> Evaluation {
            try all.evaluate(state.parameters, on: task.test)
        }
    }

    private static func run(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> Run {
        let restarts = try Restarts(setting, replicate, in: lab)
        let (part, all, stopped) = (restarts.part, restarts.all, restarts.stopped)
        let continued = try restarts.task.goOn(from: stopped, on: all, setting.rule, cap: setting.cap)
        var control = stopped.parameters
        try part.train(&control, steps: continued.steps * all.stepsPerEpoch)
        return Run(
            stoppedEpoch: stopped.step,
            updateRatio: Double(restarts.sameEpochs.step) / Double(stopped.parameters.step),
            stopped: try restarts.tested(stopped.parameters), sameEpochs: try restarts.tested(restarts.sameEpochs),
            sameUpdates: try restarts.tested(restarts.sameUpdates),
            continued: try restarts.tested(continued.parameters), control: try restarts.tested(control),
            continuedEpochs: continued.steps, reached: continued.reached, target: continued.target)
    }

    private static func slow(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> Slow {
        let restarts = try Restarts(setting, replicate, in: lab)
        return Slow(
            stoppedEpoch: restarts.stopped.step, stopped: try restarts.tested(restarts.stopped.parameters),
            sameEpochs: try restarts.tested(restarts.sameEpochs), sameUpdates: try restarts.tested(restarts.sameUpdates)
        )
    }
}
