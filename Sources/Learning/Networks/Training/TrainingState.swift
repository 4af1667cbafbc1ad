import LinearAlgebra

/// Where a training run stands: all that a run needs to go on to the same bytes.
public struct TrainingState<Scalar: NetworkScalar>: Sendable, Equatable, Codable {
    public var parameters: NetworkParameters<Scalar>
    /// The momentum's running sum of gradients, laid out as the parameters and multiplied by μ already for the step to come.
    ///
    /// In `Adam` the running mean of gradients.
    public var velocity: [Scalar]
    /// The running mean of squared gradients in `Adam`; else empty.
    public var squares: [Scalar] = []
    /// Minibatches seen.
    public var step: Int

    /// The start of a run from `parameters`.
    public init(_ parameters: NetworkParameters<Scalar>) {
        self.parameters = parameters
        velocity = Array(repeating: 0, count: parameters.values.count)
        step = 0
    }

    /// - Throws: `LearningError` when velocity or step can't be those of a run, beside what decoding throws.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        parameters = try values.decode(NetworkParameters<Scalar>.self, forKey: .parameters)
        velocity = try values.decode([Scalar].self, forKey: .velocity)
        squares = try values.decodeIfPresent([Scalar].self, forKey: .squares) ?? []
        step = try values.decode(Int.self, forKey: .step)
        try check()
    }

    /// - Throws: `LearningError` when velocity or step can't be those of a run.
    func check() throws(LearningError) {
        guard velocity.count == parameters.values.count else {
            throw .sizesDisagree(
                what: "Numbers of the velocity", velocity.count, other: "parameters", parameters.values.count)
        }
        guard squares.isEmpty || squares.count == parameters.values.count else {
            throw .sizesDisagree(
                what: "Squares of gradients", squares.count, other: "parameters", parameters.values.count)
        }
        guard step >= 0 else {
            throw .outOfRange(setting: "The step of a training state", value: Double(step), allowed: "at least 0")
        }
    }
}
