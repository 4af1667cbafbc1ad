import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Ω, here half the squared norm.
    public var penalty: @Sendable (_ w: [Double]) -> Double
    /// The generalized Lagrange function before 7.13.
    public var lagrangian: @Sendable (_ loss: Double, _ alpha: Double, _ penalty: Double, _ k: Double) -> Double
    /// How the multiplier moves: up where the constraint is violated, down where there is slack, never below zero.
    public var multiplierStep: @Sendable (_ alpha: Double, _ rate: Double, _ penalty: Double, _ k: Double) -> Double
    /// Equation 7.13: the objective once the multiplier is fixed.
    public var penalized: @Sendable (_ loss: Double, _ alpha: Double, _ penalty: Double) -> Double
    /// The point nearest to w at which Ω is at most k.
    public var projection: @Sendable (_ w: [Double], _ k: Double) -> [Double]

    // snippet.constraint-equations
    public static let chapter = Equations(
        penalty: { w in w.dot(w) / 2 },
        lagrangian: { loss, alpha, penalty, k in loss + alpha * (penalty - k) },
        multiplierStep: { alpha, rate, penalty, k in max(0, alpha + rate * (penalty - k)) },
        penalized: { loss, alpha, penalty in loss + alpha * penalty },
        projection: { w, k in
            let radius = (2 * k).squareRoot()
            return w.norm > radius ? w.scaled(by: radius / w.norm) : w
        })
    // snippet.end
}
