import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Equations 7.14 and 7.18: the cost of one example.
    public var cost: @Sendable (_ prediction: Double, _ target: Double) -> Double
    /// Equations 7.15 and 7.19: the expected cost from E[ŷ²], E[yŷ] and E[y²].
    public var threeTerms: @Sendable (_ square: Double, _ product: Double, _ target: Double) -> Double
    /// Equations 7.16 and 7.20: the second-order model of ŷ around a point.
    public var taylor:
        @Sendable (_ value: Double, _ gradient: [Double], _ hessian: Matrix, _ epsilon: [Double]) -> Double
    /// Equation 7.17: the expected cost under input noise of variance ν, from J, E[(ŷ−y) tr ∇²ŷ] and E‖∇ŷ‖².
    public var inputNoise: @Sendable (_ loss: Double, _ nu: Double, _ curvature: Double, _ slope: Double) -> Double
    /// After 7.17: the objective that is said to be equivalent.
    public var inputPenalty: @Sendable (_ loss: Double, _ nu: Double, _ slope: Double) -> Double
    /// Section 7.6.1's minimizer worked out to first order, minus E[y | x].
    public var minimizerShift: @Sendable (_ nu: Double, _ slope: Double, _ curvature: Double, _ score: Double) -> Double
    /// Section 7.6.1 for linear networks: the penalty that input noise amounts to.
    public var linearInputPenalty: @Sendable (_ nu: Double, _ w: [Double]) -> Double
    /// Equation 7.21: what one draw of weight noise adds, from ŷ−y, εᵀ∇ŷ and εᵀ∇²ŷε.
    public var weightDraw: @Sendable (_ error: Double, _ along: Double, _ curved: Double) -> Double
    /// Equation 7.22 with η in place of ν.
    public var weightNoise: @Sendable (_ loss: Double, _ eta: Double, _ curvature: Double, _ slope: Double) -> Double
    /// After 7.22: the objective that is said to be equivalent.
    public var weightPenalty: @Sendable (_ loss: Double, _ eta: Double, _ slope: Double) -> Double
    /// Section 7.6.2 for linear regression: the penalty that noise on the weights amounts to, from E‖x‖².
    public var linearWeightPenalty: @Sendable (_ eta: Double, _ meanSquare: Double) -> Double

    // snippet.noise-equations
    public static let chapter = Equations(
        cost: { prediction, target in (prediction - target) * (prediction - target) },
        threeTerms: { square, product, target in square - 2 * product + target },
        taylor: { value, gradient, hessian, epsilon in
            value + epsilon.dot(gradient) + epsilon.dot(hessian * epsilon) / 2
        },
        inputNoise: { loss, nu, curvature, slope in loss + nu * curvature + nu * slope },
        inputPenalty: { loss, nu, slope in loss + nu * slope },
        minimizerShift: { nu, slope, curvature, score in nu * (curvature / 2 + slope * score) },
        linearInputPenalty: { nu, w in nu * w.dot(w) },
        weightDraw: { error, along, curved in error * curved + along * along },
        weightNoise: { loss, eta, curvature, slope in loss + eta * curvature + eta * slope },
        weightPenalty: { loss, eta, slope in loss + eta * slope },
        linearWeightPenalty: { eta, meanSquare in eta * meanSquare })
    // snippet.end
}
