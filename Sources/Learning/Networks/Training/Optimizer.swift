import LinearAlgebra

/// How a training step moves the parameters.
public enum Optimizer: Sendable, Hashable, Codable {
    case sgd(SGD)
    case adam(Adam)

    /// Examples in a minibatch.
    public var batch: Int {
        switch self {
        case .sgd(let optimizer): optimizer.batch
        case .adam(let optimizer): optimizer.batch
        }
    }

    /// The longest that a minibatch's gradient may be; longer ones are shortened to it.
    var clipNorm: Double? {
        switch self {
        case .sgd(let optimizer): optimizer.clipNorm
        case .adam(let optimizer): optimizer.clipNorm
        }
    }

    /// The largest coefficients among the penalties that are part of the gradient.
    var greatestPenalty: Penalty {
        if case .sgd(let optimizer) = self { optimizer.greatestPenalty } else { .none }
    }

    /// Whether a step needs the gradient by itself, not only added to the velocity.
    var needsGradient: Bool { clipNorm != nil || usesSquares }

    /// Whether a state holds mean squares of gradients.
    var usesSquares: Bool {
        if case .adam = self { true } else { false }
    }

    /// - Throws: `LearningError.outOfRange` for settings that make no sense for a network.
    func check(for network: Network) throws(LearningError) {
        guard batch >= 1 else { throw .outOfRange(setting: "batch", value: Double(batch), allowed: "at least 1") }
        if let clipNorm, !(clipNorm > 0) {
            throw .outOfRange(setting: "clip-norm", value: clipNorm, allowed: "above 0")
        }
        switch self {
        case .sgd(let optimizer): try optimizer.check(for: network)
        case .adam(let optimizer): try optimizer.check()
        }
    }
}
