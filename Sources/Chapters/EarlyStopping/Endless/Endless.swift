import Laboratory
import LinearAlgebra
import Networks

/// Algorithm 7.3 where it ends, and where it has no reason to.
public struct Endless: Experiment {
    public init() {}

    public static let question = "Does continued training end?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("repetitions with right and with wrong labels", in: 2...1_000) public var replicates = 4
        @Parameter("share of validation images with wrong labels", in: 0...1) public var labelNoise = 0.4
        @Parameter("weight decay, under which a network cannot memorize everything", in: 0...10)
        public var weightDecay = 0.01
        @Parameter("images to train on at first", in: 1...50_000) public var training = 300
        @Parameter("evaluations without improvement before early stopping gives up", in: 1...10_000)
        public var patience = 10
        @Parameter("most epochs of early stopping", in: 1...10_000, unit: "epochs") public var limit = 80
        @Parameter("most epochs of continued training", in: 1...10_000, unit: "epochs") public var cap = 150
        @Parameter("scripted sequences of losses", in: 1...1_000_000) public var sequences = 500
        public var network: SmallNetwork
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(network: SmallNetwork(profile))
        guard profile != .quick else { return parameters }
        parameters.replicates = 5
        parameters.training = profile == .full ? 5_000 : 40_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Scripted sequences of losses, and those on which the loop ended at the first loss that was low enough, or at the cap.
        public let sequences: Int
        public var rightEnds: Int
        /// Sequences that never came down to the target.
        public let endlessSequences: Int
        /// Networks under weight decay that go on with the labels as they are, and with wrong ones on some validation images.
        public var clean: [Run]
        public var mislabelled: [Run]
    }

    /// One run of Algorithm 7.3.
    public struct Run: Codable, Sendable {
        /// The training loss at the early stop.
        public let target: Double
        /// The validation loss before going on, and after each epoch of it.
        public var losses: [Double]
        /// Whether it came down to the target before the cap.
        public var reached: Bool

        /// How far the lowest validation loss stayed above the target.
        var margin: Double { (losses.min() ?? .nan) - target }
    }

    /// All that decides one run besides its number, data and master seed.
    private struct Setting: Codable, Sendable {
        let noise: Double
        let weightDecay: Double
        let training: Int
        let rule: EarlyStopping
        let cap: Int
        let network: SmallNetwork
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = try [0, parameters.labelNoise].map { noise in
            Setting(
                noise: noise, weightDecay: parameters.weightDecay, training: parameters.training,
                rule: try EarlyStopping(patience: parameters.patience, limit: parameters.limit), cap: parameters.cap,
                network: parameters.network)
        }
        let runs = try await lab.map("going on", over: settings, replicates: parameters.replicates) {
            try Self.run($0, $1, in: $2)
        }
        let (rightEnds, endless) = try Self.scripted(parameters.sequences, from: lab.stream("scripted losses"))
        return Results(
            sequences: parameters.sequences, rightEnds: rightEnds, endlessSequences: endless, clean: runs[0],
            mislabelled: runs[1])
    }

    private static func run(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> Run {
        let stream = lab.stream("going on", replicate)
        let task = try Repetition(setting.network, training: setting.training, replicate: replicate, in: lab)
            .decayed(by: setting.weightDecay).mislabelled(setting.noise, stream: stream.split("labels"))
        let part = try task.trainer(on: task.training, stream: stream.split("part"))
        let all = try task.trainer(on: task.training.appending(task.validation), stream: stream.split("all"))
        let stopped = try part.stopEarly(setting.rule, validation: task.validation)
        var losses: [Double] = []
        let continued = try task.goOn(from: stopped, on: all, setting.rule, cap: setting.cap) { losses.append($0) }
        return Run(target: continued.target, losses: losses, reached: continued.reached)
    }

    /// Algorithm 7.3 on random sequences, half of which never reach the target, against its definition.
    private static func scripted(_ count: Int, from stream: RandomStream) throws -> (right: Int, endless: Int) {
        var stream = stream
        var (right, endless) = (0, 0)
        let (rule, cap) = (try EarlyStopping(patience: 1), 20)
        for _ in 0..<count {
            let losses = (0...cap).map { _ in stream.uniform() }
            let target = 0.07 * stream.uniform()
            let end = losses.firstIndex { $0 <= target }
            let continuation = rule.goOn(
                from: EarlyStopped(parameters: 0, step: 0, error: 0, stoppedAt: 0), trainingLoss: { _ in target },
                validationLoss: { losses[$0] }, trainOnAll: { $0 += $1 }, cap: cap)
            if continuation.steps == end ?? cap && continuation.reached == (end != nil) { right += 1 }
            if end == nil { endless += 1 }
        }
        return (right, endless)
    }
}
