import Foundation
import LinearAlgebra
import LinearModels
import Statistics

/// One weight of a regression: where the posterior is highest, by search and by minimizing a penalized objective.
struct PosteriorMode {
    let withNormalizer: Double
    let withoutNormalizer: Double
    let penalizedMinimizer: Double
    let logLikelihoodAtMode: Double
    let highestLogLikelihood: Double

    init(from stream: inout RandomStream, equations: Equations) {
        let noise = 0.7
        let deviation = 0.8
        let inputs = stream.normals(10)
        let truth = stream.normal()
        let targets = inputs.map { truth * $0 + noise * stream.normal() }
        let logLikelihoods = { (w: Double) in
            zip(inputs, targets).map { Normal.logDensity($1, mean: w * $0, deviation: noise) }
        }
        let grid = (0...8000).map { -4 + 0.001 * Double($0) }
        let posterior = { (w: Double, logZ: Double) in
            equations.logPosterior(Normal.logDensity(w, deviation: deviation), logLikelihoods(w), logZ)
        }
        let logZ = log(simpson(from: -8, to: 8, steps: 4000) { exp(posterior($0, 0)) })
        let best = { (value: (Double) -> Double) in
            grid.map { (w: $0, value: value($0)) }.max { $0.value < $1.value } ?? (.nan, .nan)
        }
        let mode = best { posterior($0, logZ) }
        withNormalizer = mode.w
        withoutNormalizer = best { posterior($0, 0) }.w
        let likeliest = best { logLikelihoods($0).reduce(0, +) }
        highestLogLikelihood = likeliest.value
        logLikelihoodAtMode = logLikelihoods(mode.w).reduce(0, +)
        // ½ Σ (w x − y)² / σ² + ½ w² / τ², by gradient descent.
        let curvature = inputs.dot(inputs) / (noise * noise) + 1 / (deviation * deviation)
        penalizedMinimizer =
            GradientDescent.minimize(from: [0], stepSize: 0.5 / curvature, until: 1e-12) { w in
                let miss = zip(inputs, targets).reduce(0) { $0 + (w[0] * $1.0 - $1.1) * $1.0 }
                return [miss / (noise * noise) + w[0] / (deviation * deviation)]
            }[0]
    }
}
