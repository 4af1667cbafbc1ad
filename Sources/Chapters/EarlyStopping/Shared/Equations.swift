import Foundation
import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Equation 7.23: the quadratic model of the training objective.
    public var quadratic:
        @Sendable (_ w: [Double], _ optimum: [Double], _ lossAtOptimum: Double, _ hessian: Matrix) -> Double
    /// Equation 7.24: its gradient.
    public var quadraticGradient: @Sendable (_ w: [Double], _ optimum: [Double], _ hessian: Matrix) -> [Double]
    /// Equation 7.25: the distance to w* after one more step.
    public var contracted: @Sendable (_ distance: [Double], _ eta: Double, _ hessian: Matrix) -> [Double]
    /// Equation 7.26: the share of a component of curvature λ that τ steps from the origin have learned.
    public var learnedShare: @Sendable (_ lambda: Double, _ eta: Double, _ tau: Int) -> Double
    /// Equation 7.27: the share that weight decay leaves.
    public var decayedShare: @Sendable (_ lambda: Double, _ alpha: Double) -> Double
    /// How far τ steps can have come when the norms of their gradients add up to `travelled`.
    public var reach: @Sendable (_ eta: Double, _ travelled: Double) -> Double
    /// The number of steps after which 63 % of a component of curvature λ are learned.
    public var learningTime: @Sendable (_ lambda: Double, _ eta: Double) -> Double
    /// Before 7.28: the number of steps that does to a component of curvature λ what decay α does.
    public var equivalentSteps: @Sendable (_ lambda: Double, _ eta: Double, _ alpha: Double) -> Double
    /// Equation 7.28: the decay that stands for τ steps.
    public var equivalentDecay: @Sendable (_ tau: Double, _ eta: Double) -> Double

    // snippet.early-stopping-equations
    public static let chapter = Equations(
        quadratic: { w, optimum, lossAtOptimum, hessian in
            let away = w.subtracting(optimum)
            return lossAtOptimum + away.dot(hessian * away) / 2
        },
        quadraticGradient: { w, optimum, hessian in hessian * w.subtracting(optimum) },
        contracted: { distance, eta, hessian in
            distance.subtracting((hessian * distance).scaled(by: eta))
        },
        learnedShare: { lambda, eta, tau in 1 - pow(1 - eta * lambda, Double(tau)) },
        decayedShare: { lambda, alpha in 1 - alpha / (lambda + alpha) },
        reach: { eta, travelled in eta * travelled },
        learningTime: { lambda, eta in 1 / (eta * lambda) },
        equivalentSteps: { lambda, eta, alpha in log1p(lambda / alpha) / -log1p(-eta * lambda) },
        equivalentDecay: { tau, eta in 1 / (tau * eta) })
    // snippet.end
}
