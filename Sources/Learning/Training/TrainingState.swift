/// Where a training run stands: all that a run needs to go on to the same bytes.
public struct TrainingState<Scalar: NetworkScalar>: Sendable, Equatable, Codable {
    public var parameters: NetworkParameters<Scalar>
    /// The momentum's running sum of gradients, laid out as the parameters and multiplied by μ already for the step to come.
    public var velocity: [Scalar]
    /// Minibatches seen.
    public var step: Int

    /// The start of a run from `parameters`.
    public init(_ parameters: NetworkParameters<Scalar>) {
        self.parameters = parameters
        velocity = Array(repeating: 0, count: parameters.values.count)
        step = 0
    }
}
