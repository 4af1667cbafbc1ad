import LinearAlgebra
import LinearModels

/// The multiplier raised where the constraint is violated and lowered where there is slack, the weights minimizing L
/// at each multiplier.
struct DualAscent {
    private(set) var multiplier = 0.0
    private(set) var penalty = 0.0
    /// The multiplier and Ω/k after each step.
    private(set) var multipliers: [Double] = []
    private(set) var penalties: [Double] = []
    /// Times that a positive multiplier moved against the sign of Ω − k.
    private(set) var wrongMoves = 0

    /// - Parameter measure: what is held against k; Ω if not given.
    init(
        _ problem: ConstrainedProblem, k: Double, equations: Equations, steps: Int = 1_500,
        by measure: (([Double]) -> Double)? = nil
    ) throws {
        let measure = measure ?? equations.penalty
        // A small step for steep penalties: Ω falls with α at a rate of at most ‖w*‖² over the lowest curvature.
        let curvature = try problem.data.hessian.symmetricEigen().values
        let optimum = try problem.data.optimum()
        let rate = (curvature.first ?? 1) / optimum.dot(optimum)
        for _ in 0..<steps {
            let w = try problem.penalizedMinimizer(multiplier)
            penalty = equations.penalty(w)
            let next = equations.multiplierStep(multiplier, rate, measure(w), k)
            let excess = measure(w) - k
            if (next - multiplier) * excess < 0 { wrongMoves += 1 }
            multipliers.append(multiplier)
            penalties.append(penalty / k)
            multiplier = next
        }
    }
}
