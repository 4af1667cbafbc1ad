import Foundation
import LinearAlgebra

extension LassoProblem {
    /// 1 over the largest curvature of loss and L2 part: the largest step at which proximal descent never rises.
    /// - Throws: `LearningError` when the eigenvalue iteration fails.
    public func safeStep(penalty: Double) throws(LearningError) -> Double {
        try requirePenalty(penalty)
        let scaled = Matrix(rows: features, columns: features) { i, j in
            gram[i, j] * data.units[i] * data.units[j]
        }
        let largest = try scaled.symmetricEigen().values.last ?? 0
        return 1 / (largest / factor + penalty * (1 - l1Share))
    }

    /// Proximal gradient descent: a gradient step on the smooth part, then soft thresholding, which gives exact zeros.
    /// - Parameters:
    ///   - step: the step; see `safeStep`.
    ///   - start: zeros when nil.
    ///   - accelerated: with Nesterov's momentum (FISTA, Beck and Teboulle 2009) rather than without (ISTA).
    /// - Throws: `LearningError` for a negative penalty, a step not above 0, or when the objective stops being finite.
    public func proximalDescent(
        penalty: Double, step: Double, steps: Int, from start: [Double]? = nil, accelerated: Bool = false
    ) throws(LearningError) -> DescentTrace {
        try requireStep(step)
        var momentum = 1.0
        var lookahead = start ?? Array(repeating: 0, count: features)
        return try descend(penalty: penalty, steps: steps, from: start) { weights, _ in
            let gradient = smoothGradient(lookahead, penalty: penalty)
            let next = zip(lookahead, gradient).map { softThreshold($0 - step * $1, step * penalty * l1Share) }
            if accelerated {
                let later = 0.5 * (1 + (1 + 4 * momentum * momentum).squareRoot())
                lookahead = zip(next, weights).map { $0 + (momentum - 1) / later * ($0 - $1) }
                momentum = later
            } else {
                lookahead = next
            }
            return next
        }
    }

    /// Subgradient descent with sign(w), equation (7.10): w ← w − ε_t (∇L + α ρ sign(w) + α (1 − ρ) w). Weights hover
    /// around zero and are hardly ever exactly zero.
    /// - Parameter step: ε_t for t from 0.
    /// - Throws: as `proximalDescent`.
    public func subgradientDescent(
        penalty: Double, steps: Int, from start: [Double]? = nil, step: (Int) -> Double
    ) throws(LearningError) -> DescentTrace {
        try descend(penalty: penalty, steps: steps, from: start) { weights, t throws(LearningError) in
            let size = step(t)
            try requireStep(size)
            let gradient = smoothGradient(weights, penalty: penalty)
            return zip(weights, gradient).map { w, g in
                let sign: Double = w > 0 ? 1 : w < 0 ? -1 : 0
                return w - size * (g + penalty * l1Share * sign)
            }
        }
    }

    private func smoothGradient(_ weights: [Double], penalty: Double) -> [Double] {
        let ridge = penalty * (1 - l1Share)
        return zip(lossGradient(weights), weights).map { $0 + ridge * $1 }
    }

    private func descend(
        penalty: Double, steps: Int, from start: [Double]?,
        _ advance: ([Double], Int) throws(LearningError) -> [Double]
    ) throws(LearningError) -> DescentTrace {
        try requirePenalty(penalty)
        try requireSteps(steps)
        if let start, start.count != features {
            throw .sizesDisagree(what: "Features", features, other: "starting weights", start.count)
        }
        var weights = start ?? Array(repeating: 0, count: features)
        var objectives = [objective(weights, penalty: penalty)]
        for t in 0..<steps {
            weights = try advance(weights, t)
            let value = objective(weights, penalty: penalty)
            guard value.isFinite else { throw .notFinite(what: "Objective of step", index: t + 1, value: value) }
            objectives.append(value)
        }
        return DescentTrace(objectives: objectives, weights: weights)
    }
}

func requireStep(_ step: Double) throws(LearningError) {
    guard step > 0, step.isFinite else {
        throw .outOfRange(setting: "Step", value: step, allowed: "finite and above 0")
    }
}
