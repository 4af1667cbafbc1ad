import Foundation
import Notebook

extension BayesianPerspectiveSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        posteriorClaims(results.posterior) + predictionClaims(results.prediction) + penaltyClaims(results.penalties)
    }

    private static func posteriorClaims(_ posterior: PosteriorMeasurements) -> [Claim] {
        [
            Claim(
                "1-1E", equation: "7.1",
                "The log posterior is the log prior plus the log-likelihoods of independent examples minus $\\log Z$, which depends on the data and not on $\\boldsymbol\\theta$.",
                method: """
                    Normal mean and success rate with conjugate priors, whose posteriors have a closed form; $Z$ by numerical integration.
                    """
            ) {
                Check.error("normal mean, largest difference", posterior.gaussianError, atMost: 1e-10)
                Check.error("success rate, largest difference", posterior.betaError, atMost: 1e-10)
                Check.error("spread of $\\log Z$ over $\\theta$", posterior.normalizerSpread, atMost: 1e-10)
                Check.number("smallest change of $\\log Z$ between data sets", posterior.normalizerChange, .above(1e-6))
            },
            Claim(
                "1-2E", equation: "7.1",
                "The constant does not move the maximizer; the prior acts as a penalty added to the objective, and costs likelihood on the training data.",
                method:
                    "Regression with one weight: search on a grid of step $10^{-3}$, and gradient descent on the penalized objective."
            ) {
                Check.all("same maximizer with and without $Z$", posterior.sameMaximizers, of: posterior.problems)
                Check.all("likelihood no greater at the mode", posterior.lowerLikelihoods, of: posterior.problems)
                Check.error("mode minus penalized minimizer", posterior.modeDistance, atMost: 5.1e-4)
            },
        ]
    }

    private static func predictionClaims(_ prediction: PredictionMeasurements) -> [Claim] {
        let fewest = prediction.gaps.first ?? []
        let most = prediction.gaps.last ?? []
        return [
            Claim(
                "1-3X",
                "Predictions that average over the posterior are better than those of its mode, the more so the fewer examples there are.",
                method: """
                    Linear regression whose weights are drawn from the prior: negative log-likelihood of new examples, \
                    paired over draws.
                    """
            ) {
                for (count, gaps) in zip(prediction.counts, prediction.gaps) {
                    Check.positive("plug-in minus averaged, \(count) examples", differences: gaps)
                }
                Check.positive(
                    "gap with fewest examples minus gap with most", differences: zip(fewest, most).map { $0 - $1 })
                Check.mean(
                    "density averaged over drawn weights, over the closed form, minus 1",
                    of: prediction.averagingSamples, equals: 0)
            }
        ]
    }

    private static func penaltyClaims(_ penalties: PenaltyMeasurements) -> [Claim] {
        let bounded = penalties.boundedIntegrals
        let last = bounded.count - 1
        return [
            Claim(
                "1-4D",
                "A prior's density must be non-negative, not positive, and integrate to 1; a penalty need obey neither.",
                method: """
                    A uniform prior on a success rate: share of $[-\\tfrac12,\\tfrac32]$ where it is zero (printed: none), and its \
                    integral minus 1 (corrected). Then $e^{-w^2/(1+w^2)}$ over growing boxes, and the hinge loss as a likelihood.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "share of zero density; integral minus 1", asPrinted: penalties.zeroShare,
                    corrected: penalties.massError, tolerance: 1e-10)
                Check.number(
                    "bounded penalty: growth of the integral when the box doubles",
                    bounded[last] / bounded[last - 1], .within(1.9...2.1))
                Check.number("hinge: spread of the sum over labels", penalties.hingeSums.spread, .above(0.1))
                Check.error("logistic: spread of the sum over labels", penalties.logisticSums.spread, atMost: 1e-12)
            },
            Claim(
                "1-5E",
                "A regularizer may depend on the data: dropping inputs adds $p(1-p)\\lVert\\boldsymbol\\Gamma\\mathbf w\\rVert^2$ with $\\boldsymbol\\Gamma^2=\\operatorname{diag}(\\mathbf X^\\top\\mathbf X)$ to the squared error.",
                method: "Two data sets, the same weights; the closed form against the average over every mask."
            ) {
                Check.error("closed form against all masks, relative", penalties.dropoutError, atMost: 1e-10)
                Check.number(
                    "ratio of the two penalties, logarithm",
                    abs(log(penalties.firstPenalty / penalties.secondPenalty)), .above(0.1))
            },
        ]
    }
}

extension [Double] {
    /// The greatest minus the least.
    fileprivate var spread: Double { (self.max() ?? .nan) - (self.min() ?? .nan) }
}
