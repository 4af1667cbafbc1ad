import LinearAlgebra
import Statistics

/// Linear regression with standard normal prior weights and known noise, whose posterior is known in closed form.
struct BayesianRegression {
    let inputs: Matrix
    let targets: [Double]
    let noiseVariance: Double
    let mean: [Double]
    let covariance: Matrix
    private let precision: Cholesky
    private let covarianceRoot: Matrix

    init(inputs: Matrix, targets: [Double], noiseVariance: Double) throws {
        self.inputs = inputs
        self.targets = targets
        self.noiseVariance = noiseVariance
        precision = try Cholesky((1 / noiseVariance * inputs.gram).addingToDiagonal(1))
        mean = precision.solve(inputs.transposedTimes(targets).scaled(by: 1 / noiseVariance))
        covariance = precision.inverse
        covarianceRoot = try Cholesky(covariance).lower
    }

    /// The variance of wᵀx under the posterior.
    func variance(at x: [Double]) -> Double { x.dot(covariance * x) }

    /// A posterior draw that never sees the covariance: the fit to targets and prior mean that were perturbed by
    /// their own noise.
    func perturbedFit(from stream: inout RandomStream) -> [Double] {
        let noisy = targets.adding(stream.normals(targets.count).scaled(by: noiseVariance.squareRoot()))
        let pull = stream.normals(mean.count)
        return precision.solve(inputs.transposedTimes(noisy).scaled(by: 1 / noiseVariance).adding(pull))
    }

    /// The mean with Gaussian noise of the posterior's covariance.
    func matchedNoise(from stream: inout RandomStream) -> [Double] {
        mean.adding(covarianceRoot * stream.normals(mean.count))
    }

    /// The mean with independent noise of one variance, whose sum is that of the posterior's.
    func isotropicNoise(from stream: inout RandomStream) -> [Double] {
        let variance = covariance.diagonal.mean
        return mean.adding(stream.normals(mean.count).scaled(by: variance.squareRoot()))
    }

    /// The mean squared deviation of wᵀx from its posterior mean over `draws`, one entry a row of `places`.
    func spread(_ draws: [[Double]], at places: Matrix) -> [Double] {
        let centers = places * mean
        var sums = [Double](repeating: 0, count: centers.count)
        for w in draws {
            let answers = places * w
            for index in sums.indices {
                let away = answers[index] - centers[index]
                sums[index] += away * away
            }
        }
        return sums.scaled(by: 1 / Double(draws.count))
    }
}
