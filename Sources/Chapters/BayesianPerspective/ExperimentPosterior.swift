import Foundation
import Learning
import Notebook

extension PosteriorMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> PosteriorMeasurements {
        var stream = lab.stream("posterior")
        var gaussian = 0.0
        var beta = 0.0
        var spread = 0.0
        var change = Double.infinity
        var shown = GaussianMean(examples: 6, from: &stream)
        for _ in 0..<parameters.problems {
            let problem = GaussianMean(examples: 8, from: &stream)
            let other = GaussianMean(examples: 8, from: &stream)
            gaussian = max(gaussian, problem.error(equations))
            spread = max(spread, problem.impliedSpread(equations))
            change = min(change, abs(problem.logNormalizer - other.logNormalizer))
            beta = max(beta, SuccessRate(trials: 12, from: &stream).error(equations))
            shown = problem
        }

        var same = 0
        var lower = 0
        var distance = 0.0
        for _ in 0..<parameters.problems {
            let mode = PosteriorMode(from: &stream, equations: equations)
            if mode.withNormalizer == mode.withoutNormalizer { same += 1 }
            if mode.logLikelihoodAtMode <= mode.greatestLogLikelihood { lower += 1 }
            distance = max(distance, abs(mode.withNormalizer - mode.penalizedMinimizer))
        }
        let thetas = (0...120).map { -3 + 0.05 * Double($0) }
        return PosteriorMeasurements(
            gaussianError: gaussian, betaError: beta, normalizerSpread: spread, normalizerChange: change,
            problems: parameters.problems, sameMaximizers: same, lowerLikelihoods: lower, modeDistance: distance,
            thetas: thetas, logPriors: thetas.map(shown.logPrior),
            logLikelihoods: thetas.map { shown.logLikelihoods($0).reduce(0, +) },
            logPosteriors: thetas.map(shown.knownLogPosterior))
    }
}

/// Normal observations with unknown mean θ and a normal prior on θ.
private struct GaussianMean {
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

/// Coin tosses with unknown success rate and the prior Beta(2, 3).
private struct SuccessRate {
    let successes: Double
    let failures: Double

    init(trials: Int, from stream: inout RandomStream) {
        let rate = stream.uniform(in: 0.1..<0.9)
        let heads = (0..<trials).count { _ in stream.bernoulli(rate) }
        successes = Double(heads)
        failures = Double(trials - heads)
    }

    private func logBeta(_ theta: Double, _ a: Double, _ b: Double) -> Double {
        (a - 1) * log(theta) + (b - 1) * log(1 - theta) - lgamma(a) - lgamma(b) + lgamma(a + b)
    }

    func error(_ equations: Equations) -> Double {
        let tosses = { (theta: Double) in
            Array(repeating: log(theta), count: Int(successes)) + Array(repeating: log(1 - theta), count: Int(failures))
        }
        // The integrand is a polynomial that vanishes at both ends.
        let logZ = log(
            simpson(from: 0, to: 1, steps: 4000) { theta in
                theta <= 0 || theta >= 1 ? 0 : exp(logBeta(theta, 2, 3) + tosses(theta).reduce(0, +))
            })
        return (1..<50).map { step in
            let theta = Double(step) / 50
            let known = logBeta(theta, 2 + successes, 3 + failures)
            return abs(equations.logPosterior(logBeta(theta, 2, 3), tosses(theta), logZ) - known)
        }.max() ?? .nan
    }
}

/// One weight of a regression: where the posterior is greatest, by search and by minimizing a penalized objective.
private struct PosteriorMode {
    let withNormalizer: Double
    let withoutNormalizer: Double
    let penalizedMinimizer: Double
    let logLikelihoodAtMode: Double
    let greatestLogLikelihood: Double

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
        greatestLogLikelihood = likeliest.value
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

/// The integral of `function` by Simpson's rule; `steps` is even.
func simpson(from low: Double, to high: Double, steps: Int, _ function: (Double) -> Double) -> Double {
    let width = (high - low) / Double(steps)
    let inner = (1..<steps).reduce(0) { sum, step in
        sum + (step.isMultiple(of: 2) ? 2 : 4) * function(low + Double(step) * width)
    }
    return (function(low) + inner + function(high)) * width / 3
}
