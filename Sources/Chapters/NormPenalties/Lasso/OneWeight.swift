import Foundation
import LinearAlgebra
import LinearModels

/// Random problems of one weight: exact zeros of minimizers found by search, whether the formula has them too, and which of the
/// two penalties leaves the larger weight.
struct OneWeight {
    private(set) var zeros = 0
    private(set) var problems = 0
    private(set) var agreeing = 0
    private(set) var decayZeros = 0
    /// Share of the nonzero weights for which "larger under L1" fails, as printed and under the condition.
    private(set) var largerFails = 0.0
    private(set) var conditionFails = 0.0

    init(from stream: inout RandomStream, equations: Equations) {
        var (kept, printed, corrected) = (0, 0, 0)
        for problem in 0..<4_000 {
            let gamma = stream.uniform(in: 0.2..<3)
            let optimum = stream.normal()
            let beta = stream.uniform(in: 0..<1)
            let alpha = stream.uniform(in: 0.05..<2)
            let lasso = equations.threshold(optimum, beta, gamma)
            let decayed = equations.survivingShare(gamma, alpha) * optimum
            // A search with finite steps can't tell a weight from zero that is nearer to it than a step.
            if problem < 400, abs(abs(optimum) - beta / gamma) > 2e-4 {
                let found = Self.gridMinimizer(gamma: gamma, optimum: optimum, beta: beta)
                problems += 1
                if found == 0 { zeros += 1 }
                if (found == 0) == (lasso == 0) { agreeing += 1 }
                let descended = GradientDescent.minimize(from: [0], stepSize: 1 / (gamma + alpha + 1), until: 1e-14) {
                    [gamma * ($0[0] - optimum) + alpha * $0[0]]
                }
                if descended[0] == 0 { decayZeros += 1 }
            }
            guard lasso != 0 else { continue }
            kept += 1
            let larger = abs(lasso) > abs(decayed)
            if !larger { printed += 1 }
            if larger != (abs(optimum) > beta * (gamma + alpha) / (alpha * gamma)) { corrected += 1 }
        }
        largerFails = Double(printed) / Double(kept)
        conditionFails = Double(corrected) / Double(kept)
    }

    /// The minimizer for one weight by looking at every point of a grid of step 10⁻⁴ around the origin and w*.
    static func gridMinimizer(gamma: Double, optimum: Double, beta: Double) -> Double {
        let reach = Int((abs(optimum) + 0.1) * 1e4)
        var best = (point: 0.0, value: Double.infinity)
        for step in -reach...reach {
            let w = Double(step) * 1e-4
            let value = gamma / 2 * (w - optimum) * (w - optimum) + beta * abs(w)
            if value < best.value { best = (w, value) }
        }
        return best.point
    }
}
