/// How well a network does on a set of examples.
public struct Evaluation: Sendable, Hashable, Codable {
    /// The mean loss, without penalties.
    public let loss: Double
    /// The share of examples whose greatest output is not their label; NaN where targets are values.
    public let error: Double

    public init(loss: Double, error: Double) {
        self.loss = loss
        self.error = error
    }
}
