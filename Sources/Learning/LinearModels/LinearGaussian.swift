import Foundation
import LinearAlgebra
import Statistics

/// Bayesian linear regression: y = Xw + noise with w ~ N(m, S) and noise of variance σ², so that the posterior is
/// Gaussian and exact.
public struct LinearGaussian: Sendable, Codable, Equatable {
    /// The mean of w.
    public let mean: [Double]
    /// The covariance of w.
    public let covariance: Matrix
    /// σ².
    public let noiseVariance: Double

    /// A prior.
    /// - Throws: `LearningError` unless the noise variance is above 0 and the covariance has the size of the mean and is
    ///   positive definite.
    public init(mean: [Double], covariance: Matrix, noiseVariance: Double) throws(LearningError) {
        guard noiseVariance > 0, noiseVariance.isFinite else {
            throw .outOfRange(setting: "Noise variance", value: noiseVariance, allowed: "finite and above 0")
        }
        guard covariance.rows == mean.count else {
            throw .sizesDisagree(
                what: "Rows of the covariance", covariance.rows, other: "entries of the mean", mean.count)
        }
        try mean.requireFinite("Entry of the mean")
        _ = try Cholesky(covariance)
        self.mean = mean
        self.covariance = covariance
        self.noiseVariance = noiseVariance
    }

    /// The isotropic prior N(0, I/precision).
    /// - Throws: `LearningError` unless both settings are above 0.
    public init(features: Int, precision: Double, noiseVariance: Double) throws(LearningError) {
        guard precision > 0, precision.isFinite else {
            throw .outOfRange(setting: "Precision", value: precision, allowed: "finite and above 0")
        }
        try self.init(
            mean: Array(repeating: 0, count: features),
            covariance: (1 / precision) * .identity(features), noiseVariance: noiseVariance)
    }

    /// The posterior after seeing targets `y` for inputs `x`; it is the prior for what is seen next.
    /// - Throws: `LearningError` for data that disagree or are not finite.
    public func posterior(_ x: Matrix, _ y: [Double]) throws(LearningError) -> LinearGaussian {
        try check(x, y)
        let prior = try Cholesky(covariance)
        let precision = try Cholesky(prior.inverse + (1 / noiseVariance) * x.gram)
        let pull = prior.solve(mean).adding(x.transposedTimes(y).scaled(by: 1 / noiseVariance))
        return try LinearGaussian(
            mean: precision.solve(pull), covariance: precision.inverse, noiseVariance: noiseVariance)
    }

    /// Mean and variance of the target of each row of `x`, noise included, averaged over w.
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func predictive(for x: Matrix) throws(LearningError) -> (means: [Double], variances: [Double]) {
        try x.requireFeatures(mean.count, of: "the weights")
        let spread = x * covariance
        let variances = (0..<x.rows).map { noiseVariance + spread.row($0).dot(x.row($0)) }
        return (x * mean, variances)
    }

    /// log p(y | X), with w integrated out.
    /// - Throws: `LearningError` for data that disagree or are not finite.
    public func logEvidence(_ x: Matrix, _ y: [Double]) throws(LearningError) -> Double {
        try check(x, y)
        // By the weights that fit best, not by XSXᵀ, whose digits a large column would take from the others.
        let prior = try Cholesky(covariance)
        let precision = try Cholesky(prior.inverse + (1 / noiseVariance) * x.gram)
        let residual = y.subtracting(x * mean)
        let shift = precision.solve(x.transposedTimes(residual).scaled(by: 1 / noiseVariance))
        let rest = residual.subtracting(x * shift)
        let square = rest.dot(rest) / noiseVariance + shift.dot(prior.solve(shift))
        let logDeterminant =
            Double(y.count) * log(noiseVariance) + precision.logDeterminant + prior.logDeterminant
        return -0.5 * (square + logDeterminant + Double(y.count) * log(2 * .pi))
    }

    /// One draw of w.
    /// - Throws: `LearningError` when the covariance is not positive definite.
    public func sample(using stream: inout RandomStream) throws(LearningError) -> [Double] {
        (try Cholesky(covariance).lower * stream.normals(mean.count)).adding(mean)
    }

    private func check(_ x: Matrix, _ y: [Double]) throws(LearningError) {
        try x.requireFeatures(mean.count, of: "the weights")
        guard x.rows == y.count else { throw .sizesDisagree(what: "Examples", x.rows, other: "targets", y.count) }
        try y.requireFinite("Target")
    }
}

extension LinearGaussian {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let mean = try container.decode([Double].self, forKey: .mean)
        let covariance = try container.decode(Matrix.self, forKey: .covariance)
        let noiseVariance = try container.decode(Double.self, forKey: .noiseVariance)
        try decoder.check { () throws(LearningError) in
            _ = try LinearGaussian(mean: mean, covariance: covariance, noiseVariance: noiseVariance)
        }
        self.mean = mean
        self.covariance = covariance
        self.noiseVariance = noiseVariance
    }
}
