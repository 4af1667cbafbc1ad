import Learning
import Notebook

/// One repetition of Algorithms 7.1, 7.2 and 7.3 on the same images.
public struct Retraining: Codable, Sendable {
    /// The epoch that Algorithm 7.1 returns to.
    public let stoppedEpoch: Int
    /// Updates in as many epochs on all the images, relative to those of the first stage.
    public var updateRatio: Double
    /// On the test images: the early stop, a new start for as many epochs and for as many updates, and going on.
    public var stopped: Evaluation
    public var sameEpochs: Evaluation
    public var sameUpdates: Evaluation
    public var continued: Evaluation
    /// Epochs of going on, whether they reached the stored training loss, and that loss.
    public let continuedEpochs: Int
    public let reached: Bool
    public let target: Double

    static func run(_ parameters: RetrainingParameters, in lab: Lab) async throws -> [Retraining] {
        let items = (0..<parameters.replicates).map { RetrainingItem(replicate: $0, parameters: parameters) }
        return try await lab.map("retraining", over: items) { item, lab in try item.run(in: lab) }
    }
}

/// All that decides one repetition besides data and master seed.
struct RetrainingItem: Codable, Sendable {
    let replicate: Int
    let parameters: RetrainingParameters

    func run(in lab: Lab) throws -> Retraining {
        let task = try DigitTask(parameters, training: parameters.training, replicate: replicate, in: lab)
        let stream = lab.stream("retraining", replicate)
        let part = try task.trainer(on: task.training, stream: stream.split("part"))
        let all = try task.trainer(on: task.training.appending(task.validation), stream: stream.split("all"))
        let rule = try EarlyStopping(patience: parameters.patience, limit: parameters.limit)
        let loss = { try part.evaluate($0, on: task.validation).loss }
        var starts = [part.start(), all.start()]
        let (sameEpochs, stopped) = try rule.retrain(
            start: { starts.removeFirst() },
            train: { try part.train(&$0, steps: $1 * part.stepsPerEpoch) },
            validationError: { try loss($0.parameters) },
            trainOnAll: { try all.train(&$0, steps: $1 * all.stepsPerEpoch) })
        var sameUpdates = all.start()
        try all.train(&sameUpdates, steps: stopped.step * part.stepsPerEpoch)
        let continued = try task.goOn(from: stopped, on: all, rule, cap: parameters.cap)
        let test = { try all.evaluate($0, on: task.test) }
        return Retraining(
            stoppedEpoch: stopped.step,
            updateRatio: Double(sameEpochs.step) / Double(stopped.parameters.step),
            stopped: try test(stopped.parameters.parameters), sameEpochs: try test(sameEpochs.parameters),
            sameUpdates: try test(sameUpdates.parameters), continued: try test(continued.parameters.parameters),
            continuedEpochs: continued.steps, reached: continued.reached, target: continued.target)
    }
}
