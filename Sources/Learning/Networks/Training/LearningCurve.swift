/// What was measured after each epoch of a training run.
public struct LearningCurve: Sendable, Equatable, Codable {
    /// One epoch's measurements.
    public struct Epoch: Sendable, Equatable, Codable {
        /// From 1.
        public let epoch: Int
        /// Mean loss of the epoch's minibatches as they were trained on, masks and noise included.
        public let objective: Double
        /// On the training examples, without noise; nil when it wasn't asked for.
        public let training: Evaluation?
        public let validation: Evaluation
    }

    public var epochs: [Epoch]

    public init(epochs: [Epoch] = []) { self.epochs = epochs }

    public var validationLosses: [Double] { epochs.map(\.validation.loss) }
    public var validationErrors: [Double] { epochs.map(\.validation.error) }

    /// The epoch of lowest validation loss, the first of equals; nil when there is none.
    public var lowestValidationLoss: Epoch? { epochs.min { $0.validation.loss < $1.validation.loss } }
    /// The epoch of lowest validation error, the first of equals; nil when there is none.
    public var lowestValidationError: Epoch? { epochs.min { $0.validation.error < $1.validation.error } }
}
