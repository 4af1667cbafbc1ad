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

/// The integral of `function` by Simpson's rule; `steps` is even.
func simpson(from low: Double, to high: Double, steps: Int, _ function: (Double) -> Double) -> Double {
    let width = (high - low) / Double(steps)
    let inner = (1..<steps).reduce(0) { sum, step in
        sum + (step.isMultiple(of: 2) ? 2 : 4) * function(low + Double(step) * width)
    }
    return (function(low) + inner + function(high)) * width / 3
}
