import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// ‖E ŵ − β‖² of ridge regression, from the eigenvalues of XᵀX and β in their basis.
    public var squaredBias: @Sendable (_ lambdas: [Double], _ weights: [Double], _ alpha: Double) -> Double
    /// E‖ŵ − E ŵ‖², from the eigenvalues and the variance σ² of the noise.
    public var variance: @Sendable (_ lambdas: [Double], _ noise: Double, _ alpha: Double) -> Double
    /// The α below which ridge regression has a lower error than least squares whatever the inputs: 2σ²/‖β‖².
    public var profitableLimit: @Sendable (_ weights: [Double], _ noise: Double) -> Double

    // snippet.bias-and-variance
    public static let chapter = Equations(
        squaredBias: { lambdas, weights, alpha in
            zip(lambdas, weights).reduce(0) { sum, part in
                let lost = alpha / (part.0 + alpha) * part.1
                return sum + lost * lost
            }
        },
        variance: { lambdas, noise, alpha in
            lambdas.reduce(0) { $0 + noise * noise * $1 / (($1 + alpha) * ($1 + alpha)) }
        },
        profitableLimit: { weights, noise in 2 * noise * noise / weights.dot(weights) })
    // snippet.end
}
