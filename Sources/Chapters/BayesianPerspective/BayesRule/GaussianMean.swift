import Foundation
import LinearAlgebra
import Statistics

/// Normal observations with unknown mean θ and a normal prior on θ.
struct GaussianMean {
    let observations: [Double]
    let noise = 1.5
    let priorMean = 0.3
    let priorDeviation = 0.9

    init(examples: Int, from stream: inout RandomStream) {
        let theta = priorMean + priorDeviation * stream.normal()
        observations = stream.normals(examples).map { [noise] in theta + noise * $0 }
    }

    func logPrior(_ theta: Double) -> Double {
        Normal.logDensity(theta, mean: priorMean, deviation: priorDeviation)
    }

    func logLikelihoods(_ theta: Double) -> [Double] {
        observations.map { Normal.logDensity($0, mean: theta, deviation: noise) }
    }

    /// The posterior in closed form, by adding precisions.
    func knownLogPosterior(_ theta: Double) -> Double {
        let precision = 1 / (priorDeviation * priorDeviation) + Double(observations.count) / (noise * noise)
        let mean =
            (priorMean / (priorDeviation * priorDeviation) + observations.reduce(0, +) / (noise * noise)) / precision
        return Normal.logDensity(theta, mean: mean, deviation: 1 / precision.squareRoot())
    }

    /// log Z, by Simpson's rule over twenty prior deviations.
    var logNormalizer: Double {
        let reach = 10 * priorDeviation
        return log(
            simpson(from: priorMean - reach, to: priorMean + reach, steps: 4000) { theta in
                exp(logPrior(theta) + logLikelihoods(theta).reduce(0, +))
            })
    }

    private var grid: [Double] { (0...60).map { -3 + 0.1 * Double($0) } }

    func error(_ equations: Equations) -> Double {
        let logZ = logNormalizer
        return grid.map { theta in
            abs(equations.logPosterior(logPrior(theta), logLikelihoods(theta), logZ) - knownLogPosterior(theta))
        }.max() ?? .nan
    }

    /// The spread over θ of the log Z that the known posterior implies.
    func impliedSpread(_ equations: Equations) -> Double {
        let implied = grid.map { theta in
            equations.logPosterior(logPrior(theta), logLikelihoods(theta), 0) - knownLogPosterior(theta)
        }
        return (implied.max() ?? .nan) - (implied.min() ?? .nan)
    }
}
