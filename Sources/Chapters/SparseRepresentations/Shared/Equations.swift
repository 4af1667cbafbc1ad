import Foundation
import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// The two displays: y from matrix and vector.
    public var product: @Sendable (_ matrix: Matrix, _ vector: [Double]) -> [Double]
    /// Equation 7.29: the regularized loss.
    public var regularized: @Sendable (_ loss: Double, _ alpha: Double, _ penalty: Double) -> Double
    /// Ω(h) = ‖h‖₁.
    public var absolute: @Sendable (_ h: [Double]) -> Double
    /// One element's part of the Student-t penalty with `freedom` degrees of freedom.
    public var studentT: @Sendable (_ h: Double, _ freedom: Double) -> Double
    /// One unit's divergence from the target ρ at its mean activation.
    public var divergence: @Sendable (_ target: Double, _ mean: Double) -> Double

    // snippet.sparsity-penalties
    public static let chapter = Equations(
        product: { matrix, vector in matrix * vector },
        regularized: { loss, alpha, penalty in loss + alpha * penalty },
        absolute: { h in h.sumOfMagnitudes },
        studentT: { h, freedom in (freedom + 1) / 2 * log(1 + h * h / freedom) },
        divergence: { target, mean in
            target * log(target / mean) + (1 - target) * log((1 - target) / (1 - mean))
        })
    // snippet.end
}
