import Foundation
import Laboratory
import LinearAlgebra

/// Equation 7.1 on problems whose posterior is known, and the place of its maximum.
public struct BayesRule: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question =
        "Is the log posterior the sum that Bayes' rule says, and what does its maximum minimize?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems for each statement", in: 1...10_000) public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Largest difference of 7.1 from the known posterior density: Gaussian mean, success rate.
        public var gaussianError: Double
        public var betaError: Double
        /// Largest spread over θ of the log Z that 7.1 implies, and the smallest difference between two data sets.
        public var normalizerSpread: Double
        public var normalizerChange: Double
        /// Regression problems in which the grid's maximizer is the same with and without log Z.
        public var sameMaximizers: Int
        /// Those in which the training likelihood at the posterior mode is at most the highest likelihood.
        public var lowerLikelihoods: Int
        /// Largest distance between the posterior mode on a grid and the minimizer of the penalized objective.
        public var modeDistance: Double
        /// For the figure: θ, log prior, log-likelihood and log posterior of one Gaussian problem.
        public let thetas: [Double]
        public let logPriors: [Double]
        public let logLikelihoods: [Double]
        public let logPosteriors: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("posterior")
        var gaussian = 0.0
        var beta = 0.0
        var spread = 0.0
        var change = Double.infinity
        var shown = GaussianMean(examples: 6, from: &stream)
        for _ in 0..<parameters.problems {
            let problem = GaussianMean(examples: 8, from: &stream)
            let other = GaussianMean(examples: 8, from: &stream)
            gaussian = .worse(gaussian, problem.error(equations))
            spread = .worse(spread, problem.impliedSpread(equations))
            change = min(change, abs(problem.logNormalizer - other.logNormalizer))
            beta = .worse(beta, SuccessRate(trials: 12, from: &stream).error(equations))
            shown = problem
        }
        let modes = (0..<parameters.problems).map { _ in PosteriorMode(from: &stream, equations: equations) }
        let thetas = (0...120).map { -3 + 0.05 * Double($0) }
        return Results(
            gaussianError: gaussian, betaError: beta, normalizerSpread: spread, normalizerChange: change,
            sameMaximizers: modes.count { $0.withNormalizer == $0.withoutNormalizer },
            lowerLikelihoods: modes.count { $0.logLikelihoodAtMode <= $0.highestLogLikelihood },
            modeDistance: modes.map { abs($0.withNormalizer - $0.penalizedMinimizer) }.max() ?? .nan,
            thetas: thetas, logPriors: thetas.map(shown.logPrior),
            logLikelihoods: thetas.map { shown.logLikelihoods($0).reduce(0, +) },
            logPosteriors: thetas.map(shown.knownLogPosterior))
    }
}
