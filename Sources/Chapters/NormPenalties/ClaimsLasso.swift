import Foundation
import Notebook

extension NormPenaltiesSection {
    static func lassoClaims(_ results: Results) -> [Claim] {
        let lasso = results.lasso
        return [
            Claim(
                "2-21E", equation: "7.9, 7.10",
                "The $L^1$ penalty is the sum of absolute values; its gradient $\\beta\\operatorname{sign}(\\mathbf w)$ does not scale with $\\mathbf w$.",
                method: "Explicit sums, and central differences at weights away from zero."
            ) {
                Check.error("sum of absolute values", lasso.sumError, atMost: 1e-12)
                Check.error("relative error of the gradient", lasso.gradientError, atMost: 1e-6)
            },
            Claim(
                "2-3X", "The choice of $\\Omega$ changes which solution is preferred.",
                method:
                    "Lasso and ridge at equal training loss on the same data: their supports and the angle between them."
            ) {
                Check.positive(
                    "weights that ridge keeps and the lasso drops",
                    differences: lasso.supportDifferences.map(Double.init))
                Check.positive(
                    "angle between them in degrees, less 5",
                    differences: lasso.cosines.map {
                        acos(min($0, 1)) * 180 / .pi - 5
                    })
            },
            Claim(
                "2-23X", equation: "7.10",
                "Following the subgradient does not produce exact zeros; a proximal step does.",
                method:
                    "Subgradient descent and proximal gradient descent on the same lasso problems of 100 examples and 20 features."
            ) {
                Check.positive(
                    "exact zeros, proximal minus subgradient",
                    differences: zip(lasso.proximalZeros, lasso.subgradientZeros).map { Double($0 - $1) })
                Check.number(
                    "exact zeros by the subgradient, all data sets", Double(lasso.subgradientZeros.reduce(0, +)),
                    .atMost(0))
            },
            Claim(
                "2-24E", equation: "7.11",
                "With a diagonal, positive Hessian the penalized problem separates into one for each weight.",
                method: "Coordinate descent on the joint objective against separate one-dimensional searches."
            ) {
                Check.error("largest distance", lasso.separableError, atMost: 5e-5)
            },
            Claim(
                "2-25E", equation: "after 7.11",
                "The solution is $\\operatorname{sign}(w^*)\\max(\\lvert w^*\\rvert-\\beta/\\gamma,0)$: zero up to the threshold, a shift by $\\beta/\\gamma$ beyond.",
                method:
                    "Grid search with step $10^{-4}$ for random $\\gamma$, $w^*$, $\\beta$ on both sides of the threshold; ties exactly."
            ) {
                Check.error("largest deviation from the grid", lasso.thresholdError, atMost: 5.1e-5)
                Check.error("at ties", lasso.tieError, atMost: 0)
            },
            Claim(
                "2-27E", equation: "after 7.11",
                "$L^1$ gives exact zeros, precisely where $\\lvert w^*\\rvert\\le\\beta/\\gamma$; $L^2$ never does.",
                method: """
                    Zeros among minimizers of random one-weight problems: by search over a grid under $L^1$, by descent from zero under \
                    $L^2$. Optima within $2\\cdot10^{-4}$ of the threshold are left out.
                    """
            ) {
                Check.all(
                    "problems in which threshold and search agree on a zero", lasso.zerosAgreeing,
                    of: lasso.zeroProblems)
                Check.number(
                    "share of exact zeros under $L^1$", Double(lasso.zeros) / Double(lasso.zeroProblems),
                    .within(0.1...0.9))
                Check.number("exact zeros under $L^2$", Double(lasso.decayZeros), .atMost(0))
            },
            Claim(
                "2-28D",
                "$L^1$ leaves more zeros than $L^2$ and more large weights, at equal loss.",
                method: """
                    \(lasso.tails.count) problems of \(WeightTails.weights) weights with a diagonal Hessian and normal optima; $\\alpha$ \
                    by bisection, so that $J$ is the same under both. Large: beyond one standard deviation of the optima. Whether a single \
                    weight is larger depends on the condition $\\lvert w^*\\rvert>\\beta(\\gamma+\\alpha)/(\\alpha\\gamma)$.
                    """
            ) {
                Check.positive(
                    "zeros, $L^1$ minus $L^2$", differences: lasso.tails.map { Double($0.lassoZeros - $0.decayZeros) })
                Check.positive(
                    "large weights, $L^1$ minus $L^2$",
                    differences: lasso.tails.map { Double($0.lassoLarge - $0.decayLarge) })
                Check.positive(
                    "largest weight, $L^1$ minus $L^2$",
                    differences: lasso.tails.map { $0.lassoMaximum - $0.decayMaximum })
                Check.number("single weights for which the condition fails, share", lasso.largerCorrected, .atMost(0))
            },
            Claim(
                "2-29E", "With a Hessian that isn't diagonal, thresholding weight by weight is not the solution.",
                method: "Lasso against thresholded least squares with features of correlation 0.8."
            ) {
                Check.number(
                    "distance relative to the lasso's norm", lasso.correlatedDistance / lasso.correlatedNorm,
                    .above(0.05))
                Check.error("distance with features that do not overlap", lasso.diagonalDistance, atMost: 1e-6)
            },
            Claim(
                "2-31E", equation: "Figure 7.2",
                "The contours of $L^1$ make solutions on an axis likely; those of $L^2$ do not.",
                method:
                    "Random correlated quadratic objectives of two weights: minimizers with an exact zero, counted under both penalties."
            ) {
                Check.number("share under $L^1$", Double(lasso.axisHits) / Double(lasso.axisProblems), .above(0))
                Check.number("number under $L^2$", Double(lasso.axisHitsDecay), .atMost(0))
            },
        ]
    }

    static func priorClaims(_ results: Results) -> [Claim] {
        let priors = results.priors
        return [
            Claim(
                "2-32D", equation: "7.12",
                "Minimizing $\\tilde J$ finds the posterior mode when $J$ is the *negative* log-likelihood; the draft leaves out the sign.",
                method:
                    "Linear regression with Gaussian noise: stationary points of $\\tilde J$ with both signs against the posterior mode.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "distance with the sign as printed; with it corrected", asPrinted: priors.signPrinted,
                    corrected: priors.signCorrected, tolerance: 1e-8)
            },
            Claim(
                "2-33D", equation: "7.12",
                "Decay $\\alpha$ is a Gaussian prior of precision $\\alpha$ only if $J$ is the negative log-likelihood itself; for the mean squared error the precision is $\\alpha m/(2\\sigma^2)$.",
                method: "Minimizer of the penalized mean squared error against posterior modes with either precision.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "distance with precision α; with αm/(2σ²)", asPrinted: priors.precisionPrinted,
                    corrected: priors.precisionCorrected, tolerance: 1e-10)
            },
            Claim(
                "2-34E", equation: "after 7.12", "The log-density of the Gaussian prior is as printed.",
                method: "Against the sum of one-dimensional log-densities along the axes of the covariance."
            ) {
                Check.error("largest deviation", priors.gaussianError, atMost: 1e-11)
            },
            Claim(
                "2-35D", equation: "after 7.12",
                "$\\alpha\\lVert\\mathbf w\\rVert_1$ is an independent Laplace prior of scale $1/\\alpha$ on each weight: not $1/\\lambda$, and not isotropic.",
                method: """
                    The slope of the log prior in $\\lvert w_i\\rvert$; and the density at distance one from the origin, on an axis and on \
                    the diagonal.
                    """,
                expecting: .erratum
            ) {
                Check.error("log-density against its integral", priors.laplaceFormulaError, atMost: 1e-9)
                Check.erratum(
                    "ratio of densities at equal distance, minus 1, if isotropic; deviation of the slope from −α",
                    asPrinted: priors.laplaceAxis / priors.laplaceDiagonal - 1, corrected: priors.laplaceScaleCorrected,
                    tolerance: 1e-10)
            },
        ]
    }
}
