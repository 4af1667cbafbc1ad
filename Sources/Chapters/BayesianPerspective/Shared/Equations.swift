import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Equation 7.1: the log posterior from log prior, log-likelihoods of the examples and log Z.
    public var logPosterior:
        @Sendable (_ logPrior: Double, _ logLikelihoods: [Double], _ logNormalizer: Double) -> Double
    /// The variance of a prediction that averages over a Gaussian posterior of this covariance.
    public var predictiveVariance: @Sendable (_ input: [Double], _ covariance: Matrix, _ noise: Double) -> Double
    /// The penalty that dropping inputs adds to the squared error, with keep-probability p.
    public var dropoutPenalty: @Sendable (_ w: [Double], _ inputs: Matrix, _ keep: Double) -> Double

    // snippet.bayesian-equations
    public static let chapter = Equations(
        logPosterior: { logPrior, logLikelihoods, logNormalizer in
            logPrior + logLikelihoods.reduce(0, +) - logNormalizer
        },
        predictiveVariance: { input, covariance, noise in noise * noise + input.dot(covariance * input) },
        dropoutPenalty: { w, inputs, keep in
            let squares = inputs.gram.diagonal
            return keep * (1 - keep) * zip(w, squares).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
        })
    // snippet.end
}
