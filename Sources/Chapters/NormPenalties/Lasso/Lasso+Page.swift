import Foundation
import LinearAlgebra
import Notebook
import Plots

extension Lasso: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("thresholds", Self.figure())
        Value("threshold-error", results.thresholdError)
        Value("threshold-gamma", Self.shownGamma)
        Value("larger-printed", results.largerPrinted)
        Value("tail-zeros", Estimate(of: results.tails.map { Double($0.lassoZeros) }))
        Value("tail-lasso", Estimate(of: results.tails.map { Double($0.lassoLarge) }))
        Value("tail-decay", Estimate(of: results.tails.map { Double($0.decayLarge) }))
        Value("tail-weights", WeightTails.weights)
        Value("correlated-distance", results.correlatedDistance)
        Value("correlated-norm", results.correlatedNorm)
        Value("axis-problems", results.axisProblems)
        Value("axis-share", Double(results.axisHits) / Double(results.axisProblems))
        Claim(
            "2-21E", equation: "7.9, 7.10",
            "The $L^1$ penalty is the sum of absolute values; its gradient $\\beta\\operatorname{sign}(\\mathbf w)$ does not scale with $\\mathbf w$.",
            method: "Explicit sums, and central differences at weights away from zero."
        ) {
            Check.error("sum of absolute values", results.sumError, atMost: 1e-12)
            Check.error("relative error of the gradient", results.gradientError, atMost: 1e-6)
        }
        Claim(
            "2-24E", equation: "7.11",
            "With a diagonal, positive Hessian the penalized problem separates into one for each weight.",
            method: "Coordinate descent on the joint objective against separate one-dimensional searches."
        ) {
            Check.error("largest distance", results.separableError, atMost: 5e-5)
        }
        Claim(
            "2-25E", equation: "after 7.11",
            "The solution is $\\operatorname{sign}(w^*)\\max(\\lvert w^*\\rvert-\\beta/\\gamma,0)$: zero up to the threshold, a shift by $\\beta/\\gamma$ beyond.",
            method:
                "Grid search with step $10^{-4}$ for random $\\gamma$, $w^*$, $\\beta$ on both sides of the threshold; ties exactly."
        ) {
            Check.error("largest deviation from the grid", results.thresholdError, atMost: 5.1e-5)
            Check.error("at ties", results.tieError, atMost: 0)
        }
        Claim(
            "2-27E", equation: "after 7.11",
            "$L^1$ gives exact zeros, precisely where $\\lvert w^*\\rvert\\le\\beta/\\gamma$; $L^2$ never does.",
            method: """
                Zeros among minimizers of random one-weight problems: by search over a grid under $L^1$, by descent from zero under \
                $L^2$. Optima within $2\\cdot10^{-4}$ of the threshold are left out.
                """
        ) {
            Check.all(
                "problems in which threshold and search agree on a zero", results.zerosAgreeing,
                of: results.zeroProblems)
            Check.number(
                "share of exact zeros under $L^1$", Double(results.zeros) / Double(results.zeroProblems),
                .within(0.1...0.9))
            Check.number("exact zeros under $L^2$", Double(results.decayZeros), .atMost(0))
        }
        Claim(
            "2-28D",
            "$L^1$ leaves more zeros than $L^2$ and more large weights, at equal loss.",
            method: """
                \(results.tails.count) problems of \(WeightTails.weights) weights with a diagonal Hessian and normal optima; $\\alpha$ \
                by bisection, so that $J$ is the same under both. Large: beyond one standard deviation of the optima. Whether a single \
                weight is larger depends on the condition $\\lvert w^*\\rvert>\\beta(\\gamma+\\alpha)/(\\alpha\\gamma)$.
                """
        ) {
            Check.positive(
                "zeros, $L^1$ minus $L^2$", differences: results.tails.map { Double($0.lassoZeros - $0.decayZeros) })
            Check.positive(
                "large weights, $L^1$ minus $L^2$",
                differences: results.tails.map { Double($0.lassoLarge - $0.decayLarge) })
            Check.positive(
                "largest weight, $L^1$ minus $L^2$",
                differences: results.tails.map { $0.lassoMaximum - $0.decayMaximum })
            Check.number("single weights for which the condition fails, share", results.largerCorrected, .atMost(0))
        }
        Claim(
            "2-29E", "With a Hessian that isn't diagonal, thresholding weight by weight is not the solution.",
            method: "Lasso against thresholded least squares with features of correlation 0.8."
        ) {
            Check.number(
                "distance relative to the lasso's norm", results.correlatedDistance / results.correlatedNorm,
                .above(0.05))
            Check.error("distance with features that do not overlap", results.diagonalDistance, atMost: 1e-6)
        }
        Claim(
            "2-31E", equation: "Figure 7.2",
            "The contours of $L^1$ make solutions on an axis likely; those of $L^2$ do not.",
            method:
                "Random correlated quadratic objectives of two weights: minimizers with an exact zero, counted under both penalties."
        ) {
            Check.number("share under $L^1$", Double(results.axisHits) / Double(results.axisProblems), .above(0))
            Check.number("number under $L^2$", Double(results.axisHitsDecay), .atMost(0))
        }
        Claim(
            "2-38D", equation: "footnote 3",
            "$L^1$ toward a point is $\\beta\\sum_i\\lvert w_i-w_i^{(o)}\\rvert$; the draft prints a second $\\beta$.",
            method:
                "Both sides of the identity at random points for three values of $\\beta$, as printed and without the second factor.",
            expecting: .erratum
        ) {
            Check.erratum(
                "relative difference of both sides", asPrinted: results.printedPointError,
                corrected: results.pointError, tolerance: 1e-12)
        }
    }

    /// The curvature of the single weight in the figure.
    private static let shownGamma = 1.0

    private static func figure() -> Figure {
        let optima = (-60...60).map { Double($0) / 30 }
        let gamma = shownGamma
        return Figure(width: 300, height: 220) {
            Panel(
                x: Axis("unpenalized weight $w^*$", in: -2...2), y: Axis("penalized weight", in: -2...2),
                frame: .origin, aspect: .equal
            ) {
                Line(x: optima, y: optima).role(.muted).label("no penalty")
                Line(x: optima, y: optima.map { Equations.chapter.threshold($0, 0.6, gamma) }).role(.series(0)).label(
                    "$L^1$")
                Line(x: optima, y: optima.map { gamma / (gamma + 0.6) * $0 }).role(.series(1)).dash(.dashed).label(
                    "$L^2$")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-21E") { $0.gradientError = 0.1 },
        Mutant("2-24E") { $0.separableError = 0.1 },
        Mutant("2-25E") { $0.thresholdError = 0.1 },
        Mutant("2-25E") { $0.tieError = 1e-9 },
        Mutant("2-27E") { $0.decayZeros = 1 },
        Mutant("2-28D") { $0.largerCorrected = 0.1 },
        Mutant("2-29E") { $0.correlatedDistance = 0 },
        Mutant("2-31E") { $0.axisHits = 0 },
        Mutant("2-31E") { $0.axisHitsDecay = 1 },
        Mutant("2-27E") { $0.zerosAgreeing -= 1 },
        Mutant("2-27E") { $0.zeros = 0 },
        Mutant("2-28D") { $0.tails = $0.tails.map(\.exchanged) },
        Mutant("2-29E") { $0.diagonalDistance = 1 },
        Mutant("2-38D") { $0.printedPointError = 0 },
        Mutant("2-38D") { $0.pointError = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Lasso>] = [
        Mutant("2-21E") { $0.equations.absoluteSum = { $0.reduce(0) { $0 + $1 * $1 } } },
        Mutant("2-21E") {
            $0.equations.lassoGradient = { w, b, slope in w.map { -b * ($0 > 0 ? 1 : -1) }.adding(slope) }
        },
        Mutant("2-24E") { $0.equations.quadraticGradient = { w, o, h in (h * w.subtracting(o)).scaled(by: 0.5) } },
        Mutant("2-25E") { $0.equations.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - b / (2 * g), 0) } },
        Mutant("2-27E") { $0.equations.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - 99 * b / g, 0) } },
        Mutant("2-27E") { $0.equations.threshold = { o, b, g in o } },
        Mutant("2-28D") { $0.equations.threshold = { o, b, g in (o < 0 ? -1 : 1) * min(abs(o), b / g) } },
        Mutant("2-29E") { $0.equations.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - 99 * b / g, 0) } },
        Mutant("2-38D") { $0.equations.absoluteSum = { 2 * $0.reduce(0) { $0 + abs($1) } } },
    ]
}
