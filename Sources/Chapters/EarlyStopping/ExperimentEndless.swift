import Learning
import Notebook

/// Algorithm 7.3 where it ends, and where it has no reason to.
public struct Endless: Codable, Sendable {
    /// Scripted sequences of losses, and those on which the loop ended at the first loss that was low enough, or at the cap.
    public let sequences: Int
    public var rightEnds: Int
    /// Sequences that never came down to the target.
    public let endlessSequences: Int
    /// Networks under weight decay that go on with the labels as they are, and with wrong ones on some validation images.
    public var clean: [GoingOn]
    public var mislabelled: [GoingOn]

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> Endless {
        let retraining = parameters.retraining
        let items = (0..<retraining.endlessReplicates).flatMap { replicate in
            [0, retraining.labelNoise].map { EndlessItem(replicate: replicate, noise: $0, parameters: retraining) }
        }
        let runs = try await lab.map("going on", over: items) { item, lab in try item.run(in: lab) }
        let (rightEnds, endless) = try scripted(parameters.scriptedSequences, from: lab.stream("scripted losses"))
        return Endless(
            sequences: parameters.scriptedSequences, rightEnds: rightEnds, endlessSequences: endless,
            clean: stride(from: 0, to: runs.count, by: 2).map { runs[$0] },
            mislabelled: stride(from: 1, to: runs.count, by: 2).map { runs[$0] })
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

/// One run of Algorithm 7.3.
public struct GoingOn: Codable, Sendable {
    /// The training loss at the early stop.
    public let target: Double
    /// The validation loss before going on, and after each epoch of it.
    public var losses: [Double]
    /// Whether it came down to the target before the cap.
    public var reached: Bool

    /// How far the lowest validation loss stayed above the target.
    var margin: Double { (losses.min() ?? .nan) - target }
}

/// All that decides one run besides data and master seed.
struct EndlessItem: Codable, Sendable {
    let replicate: Int
    let noise: Double
    let parameters: RetrainingParameters

    func run(in lab: Lab) throws -> GoingOn {
        let stream = lab.stream("going on", replicate)
        let task = try DigitTask(parameters, training: parameters.training, replicate: replicate, in: lab)
            .decayed(by: parameters.endlessDecay).mislabelled(noise, stream: stream.split("labels"))
        let part = try task.trainer(on: task.training, stream: stream.split("part"))
        let all = try task.trainer(on: task.training.appending(task.validation), stream: stream.split("all"))
        let rule = try EarlyStopping(patience: parameters.endlessPatience, limit: parameters.limit)
        let stopped = try part.stopEarly(rule, validation: task.validation)
        var losses: [Double] = []
        let continued = try task.goOn(from: stopped, on: all, rule, cap: parameters.endlessCap) { losses.append($0) }
        return GoingOn(target: continued.target, losses: losses, reached: continued.reached)
    }
}
