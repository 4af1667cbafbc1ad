import Foundation
import LinearAlgebra

/// Lets numbers pass unchanged and adds αΩ(h) to the loss, which makes representations sparse (equation 7.29).
public struct ActivityPenalty: Layer {
    public enum Kind: Sendable, Hashable, Codable {
        /// Ω = Σ|h|, averaged over examples.
        case absolute
        /// Ω = Σ log(1 + h²), averaged over examples: minus the logarithm of a Student-t prior, up to a constant.
        case studentT
        /// Ω = Σ KL(ρ ‖ mean of h over the minibatch), for units in (0, 1) and a target ρ.
        case divergence(target: Double)
    }

    public let kind: Kind
    /// α.
    public let strength: Double

    public init(_ kind: Kind, strength: Double) {
        self.kind = kind
        self.strength = strength
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard strength >= 0, strength.isFinite else {
            throw LearningError.outOfRange(setting: "activity penalty", value: strength, allowed: "at least 0")
        }
        if case .divergence(let target) = kind, !(target > 0 && target < 1) {
            throw LearningError.outOfRange(setting: "target activity", value: target, allowed: "between 0 and 1")
        }
        return input
    }

    /// The units' derivatives, when they are the same for all examples.
    public func memoryPerExample(for input: FeatureShape) -> Int { input.count }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        for i in 0..<pass.rows * pass.inputs { pass.output[i] = pass.input[i] }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func penalty<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) -> Double {
        let h = pass.input
        var sum = 0.0
        switch kind {
        case .absolute: for i in 0..<pass.rows * pass.inputs { sum += abs(Double(h[i])) }
        case .studentT: for i in 0..<pass.rows * pass.inputs { sum += log1p(Double(h[i]) * Double(h[i])) }
        case .divergence(let target):
            for unit in 0..<pass.inputs {
                let mean = meanActivity(pass, unit)
                sum += target * log(target / mean) + (1 - target) * log((1 - target) / (1 - mean))
            }
            return strength * sum
        }
        return strength * sum / Double(pass.rows)
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        let h = pass.input
        let scale = Scalar(pass.penaltyShare * strength / Double(pass.rows))
        let count = pass.rows * pass.inputs
        switch kind {
        case .absolute: for i in 0..<count { inputDelta[i] = delta[i] + (h[i] > 0 ? scale : (h[i] < 0 ? -scale : 0)) }
        case .studentT: for i in 0..<count { inputDelta[i] = delta[i] + scale * 2 * h[i] / (1 + h[i] * h[i]) }
        case .divergence(let target):
            for unit in 0..<pass.inputs {
                let mean = meanActivity(pass, unit)
                pass.memory[unit] = scale * Scalar((1 - target) / (1 - mean) - target / mean)
            }
            for row in 0..<pass.rows {
                let start = row * pass.inputs
                for unit in 0..<pass.inputs { inputDelta[start + unit] = delta[start + unit] + pass.memory[unit] }
            }
        }
    }

    private func meanActivity<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, _ unit: Int) -> Double {
        var sum = 0.0
        for row in 0..<pass.rows { sum += Double(pass.input[row * pass.inputs + unit]) }
        return min(max(sum / Double(pass.rows), 1e-7), 1 - 1e-7)
    }
}
