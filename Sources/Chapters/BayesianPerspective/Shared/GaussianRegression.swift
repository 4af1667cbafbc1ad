import DataSets
import LinearAlgebra

/// Bayesian linear regression with known noise and the prior N(0, τ²I).
struct GaussianRegression {
    /// The posterior's mean, which is also its mode, and its covariance.
    let mean: [Double]
    let covariance: Matrix

    /// - Parameters:
    ///   - noise: standard deviation of the targets around the line.
    ///   - deviation: τ.
    init(_ data: RegressionData, noise: Double, deviation: Double) throws {
        let precision = (1 / (noise * noise)) * data.inputs.gram
        let factor = try Cholesky(precision.addingToDiagonal(1 / (deviation * deviation)))
        covariance = factor.inverse
        mean = factor.solve(data.inputs.transposedTimes(data.targets).scaled(by: 1 / (noise * noise)))
    }

    /// Weights drawn from the posterior.
    func draw(from stream: inout RandomStream) throws -> [Double] {
        mean.adding(try Cholesky(covariance).lower * stream.normals(mean.count))
    }
}
