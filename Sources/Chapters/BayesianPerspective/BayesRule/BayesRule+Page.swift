import Notebook
import Plots

extension BayesRule: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("log-terms", Self.figure(results))
        Value("gaussian-error", results.gaussianError)
        Value("beta-error", results.betaError)
        Value("normalizer-spread", results.normalizerSpread)
        Value("mode-distance", results.modeDistance)
        Claim(
            "1-1E", equation: "7.1",
            "The log posterior is the log prior plus the log-likelihoods of independent examples minus $\\log Z$, which depends on the data and not on $\\boldsymbol\\theta$.",
            method: """
                Normal mean and success rate with conjugate priors, whose posteriors have a closed form; $Z$ by numerical integration.
                """
        ) {
            Check.error("normal mean, largest difference", results.gaussianError, atMost: 1e-10)
            Check.error("success rate, largest difference", results.betaError, atMost: 1e-10)
            Check.error("spread of $\\log Z$ over $\\theta$", results.normalizerSpread, atMost: 1e-10)
            Check.number("smallest change of $\\log Z$ between data sets", results.normalizerChange, .above(1e-6))
        }
        Claim(
            "1-2E", equation: "7.1",
            "The constant does not move the maximizer; the prior acts as a penalty added to the objective, and costs likelihood on the training data.",
            method:
                "Regression with one weight: search on a grid of step $10^{-3}$, and gradient descent on the penalized objective."
        ) {
            Check.all("same maximizer with and without $Z$", results.sameMaximizers, of: parameters.problems)
            Check.all("likelihood not higher at the mode", results.lowerLikelihoods, of: parameters.problems)
            Check.error("mode minus penalized minimizer", results.modeDistance, atMost: 5.1e-4)
        }
    }

    private static func figure(_ results: Results) -> Figure {
        let sum = zip(results.logPriors, results.logLikelihoods).map { $0 + $1 }
        return Figure(width: 420, height: 200, title: "The terms of equation 7.1") {
            Panel(x: Axis("$\\theta$"), y: Axis("log density", in: -40...2), legend: .top) {
                Line(x: results.thetas, y: results.logPriors).role(.penalty).label("log prior")
                Line(x: results.thetas, y: results.logLikelihoods).role(.training).label("log-likelihood")
                Line(x: results.thetas, y: sum).role(.series(2)).dash(.longDashed).label("their sum")
                Line(x: results.thetas, y: results.logPosteriors).role(.ink).label("log posterior")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("1-1E") { $0.gaussianError = 1e-3 },
        Mutant("1-1E") { $0.betaError = 1e-3 },
        Mutant("1-1E") { $0.normalizerSpread = 1e-3 },
        Mutant("1-1E") { $0.normalizerChange = 0 },
        Mutant("1-2E") { $0.sameMaximizers -= 1 },
        Mutant("1-2E") { $0.lowerLikelihoods -= 1 },
        Mutant("1-2E") { $0.modeDistance = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<BayesRule>] = [
        Mutant("1-1E") { $0.equations.logPosterior = { -$0 + $1.reduce(0, +) - $2 } },
        Mutant("1-1E") { $0.equations.logPosterior = { $0 + 2 * $1.reduce(0, +) - $2 } },
        Mutant("1-1E") { $0.equations.logPosterior = { $0 + $1.reduce(0, +) + $2 } },
        Mutant("1-2E") { $0.equations.logPosterior = { -$0 + $1.reduce(0, +) - $2 } },
        Mutant("1-2E") { $0.equations.logPosterior = { 2 * $0 + $1.reduce(0, +) - $2 } },
    ]
}
