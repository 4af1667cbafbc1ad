import Foundation
import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Equation 7.2: the penalized objective.
    public var penalized: @Sendable (_ loss: Double, _ alpha: Double, _ penalty: Double) -> Double
    /// Equation 7.3: its gradient under weight decay.
    public var decayGradient: @Sendable (_ w: [Double], _ alpha: Double, _ lossGradient: [Double]) -> [Double]
    /// After 7.3: one step of gradient descent under weight decay.
    public var decayStep:
        @Sendable (_ w: [Double], _ epsilon: Double, _ alpha: Double, _ lossGradient: [Double]) -> [Double]
    /// Equation 7.4: the quadratic model.
    public var quadratic:
        @Sendable (_ w: [Double], _ optimum: [Double], _ lossAtOptimum: Double, _ hessian: Matrix) -> Double
    /// Equations 7.5 and 7.11: its gradient.
    public var quadraticGradient: @Sendable (_ w: [Double], _ optimum: [Double], _ hessian: Matrix) -> [Double]
    /// Equation 7.6: the minimizer under weight decay.
    public var decayOptimum: @Sendable (_ hessian: Matrix, _ alpha: Double, _ optimum: [Double]) throws -> [Double]
    /// Equation 7.7: the share of a component of curvature λ that survives.
    public var survivingShare: @Sendable (_ lambda: Double, _ alpha: Double) -> Double
    /// Equation 7.8: the effective number of parameters.
    public var effectiveParameters: @Sendable (_ lambdas: [Double], _ alpha: Double) -> Double
    /// Equation 7.9: the L1 penalty.
    public var absoluteSum: @Sendable (_ w: [Double]) -> Double
    /// Equation 7.10: the (sub)gradient under the L1 penalty.
    public var lassoGradient: @Sendable (_ w: [Double], _ beta: Double, _ lossGradient: [Double]) -> [Double]
    /// After 7.11: the minimizer for one weight under the L1 penalty.
    public var threshold: @Sendable (_ optimum: Double, _ beta: Double, _ gamma: Double) -> Double
    /// After 7.12: the log-density of a Gaussian prior.
    public var gaussianLogDensity: @Sendable (_ w: [Double], _ mean: [Double], _ covariance: Matrix) throws -> Double
    /// After 7.12: the log-density of a Laplace prior on one weight.
    public var laplaceLogDensity: @Sendable (_ w: Double, _ mean: Double, _ scale: Double) -> Double

    // snippet.norm-penalty-equations
    public static let chapter = Equations(
        penalized: { loss, alpha, penalty in loss + alpha * penalty },
        decayGradient: { w, alpha, lossGradient in w.scaled(by: alpha).adding(lossGradient) },
        decayStep: { w, epsilon, alpha, lossGradient in
            w.scaled(by: 1 - epsilon * alpha).subtracting(lossGradient.scaled(by: epsilon))
        },
        quadratic: { w, optimum, lossAtOptimum, hessian in
            let away = w.subtracting(optimum)
            return lossAtOptimum + away.dot(hessian * away) / 2
        },
        quadraticGradient: { w, optimum, hessian in hessian * w.subtracting(optimum) },
        decayOptimum: { hessian, alpha, optimum in
            try hessian.addingToDiagonal(alpha).choleskySolve(hessian * optimum)
        },
        survivingShare: { lambda, alpha in lambda / (lambda + alpha) },
        effectiveParameters: { lambdas, alpha in lambdas.reduce(0) { $0 + $1 / ($1 + alpha) } },
        absoluteSum: { w in w.reduce(0) { $0 + abs($1) } },
        lassoGradient: { w, beta, lossGradient in
            w.map { beta * ($0 > 0 ? 1 : $0 < 0 ? -1 : 0) }.adding(lossGradient)
        },
        threshold: { optimum, beta, gamma in
            (optimum < 0 ? -1 : 1) * max(abs(optimum) - beta / gamma, 0)
        },
        gaussianLogDensity: { w, mean, covariance in
            let away = w.subtracting(mean)
            let factor = try Cholesky(covariance)
            return -away.dot(factor.solve(away)) / 2 - factor.logDeterminant / 2 - Double(w.count) / 2 * log(2 * .pi)
        },
        laplaceLogDensity: { w, mean, scale in -abs(w - mean) / scale - log(2 * scale) })
    // snippet.end
}
