import Learning
import Notebook

/// One network that trains on after it gets every training image right.
public struct SurrogateRun: Codable, Sendable {
    /// After each epoch: mean negative log-likelihood and misclassified share.
    public var trainingLoss: [Double]
    public var trainingError: [Double]
    public var validationLoss: [Double]
    public var validationError: [Double]
    /// The epoch, counted from zero, after which no training image is wrong for the first time; nil if never.
    public let perfect: Int?

    static func train(_ parameters: RetrainingParameters, in lab: Lab) async throws -> [SurrogateRun] {
        let items = (0..<parameters.surrogateReplicates).map { RetrainingItem(replicate: $0, parameters: parameters) }
        return try await lab.map("surrogate", over: items) { item, lab in
            let parameters = item.parameters
            let task = try DigitTask(
                parameters, training: parameters.surrogateTraining, replicate: item.replicate, in: lab)
            let curve = try task.trainer(on: task.training, stream: lab.stream("surrogate", item.replicate))
                .learningCurve(epochs: parameters.surrogateEpochs, validation: task.test, monitor: task.training)
            let errors = curve.epochs.compactMap(\.training?.error)
            return SurrogateRun(
                trainingLoss: curve.epochs.compactMap(\.training?.loss), trainingError: errors,
                validationLoss: curve.validationLosses, validationError: curve.validationErrors,
                perfect: errors.firstIndex(of: 0))
        }
    }
}
