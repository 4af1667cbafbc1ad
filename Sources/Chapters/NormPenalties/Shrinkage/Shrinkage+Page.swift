import Foundation
import LinearAlgebra
import Notebook
import Plots

extension Shrinkage: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("shrinkage", Self.shrinkage(results))
        PageFigure("effective-parameters", Self.effectiveParameters(results))
        Value("ridge-formula-error", results.optimumError)
        Value("limit-distance", results.limitDistance)
        Value("factor-steep", results.steepFactor)
        Value("factor-flat", results.flatFactor)
        Value("relaxation-error", results.relaxationError)
        Value("effective-error", results.effectiveError)
        Value("factor-two-printed", results.factorTwoPrinted)
        Value("factor-two-corrected", results.factorTwoCorrected)
        Value("augmentation-error", results.augmentationError)
        Value("covariance-factor", results.covarianceFactor)
        Value("single-weight-start", results.singleWeight[0])
        Value("single-weight-peak", results.singleWeight.max() ?? .nan)
        Value("covariance-disorder", results.covarianceDisorder)
        Claim(
            "2-9E", equation: "7.6",
            "The penalized minimizer is $(\\mathbf H+\\alpha\\mathbf I)^{-1}\\mathbf H\\mathbf w^*$.",
            method:
                "Gradient descent on $\\hat J+\\tfrac\\alpha2\\lVert\\mathbf w\\rVert^2$ for random positive definite $\\mathbf H$."
        ) {
            Check.error("largest distance", results.optimumError, atMost: 1e-8)
        }
        Claim(
            "2-10D", equation: "7.6",
            "As $\\alpha\\to0$ the minimizer tends to the projection of $\\mathbf w^*$ onto the range of $\\mathbf H$; to $\\mathbf w^*$ only if $\\mathbf H$ is nonsingular.",
            method: "$\\mathbf H=\\operatorname{diag}(1,0)$, $\\mathbf w^*=(1,1)$, $\\alpha=10^{-12}$.",
            expecting: .erratum
        ) {
            Check.erratum(
                "distance from w*; from the projection", asPrinted: results.limitDistance,
                corrected: results.limitProjectionError, tolerance: 1e-10)
        }
        Claim(
            "2-11E", equation: "7.7",
            "In the eigenbasis of $\\mathbf H$ each component is scaled by $\\lambda_i/(\\lambda_i+\\alpha)$.",
            method: "Components of minimizers found by gradient descent, in an eigenbasis computed separately."
        ) {
            Check.error("largest deviation", results.rotatedError, atMost: 1e-8)
        }
        Claim(
            "2-12E", equation: "7.7",
            "Steep directions are almost unaffected, flat ones almost removed; during training a component relaxes at rate $\\epsilon(\\lambda+\\alpha)$.",
            method:
                "Minimizers at $\\lambda/\\alpha$ of 100 and 0.01; trajectories of gradient descent with weight decay."
        ) {
            Check.number("share kept at λ/α = 100", results.steepFactor, .within(0.9900...0.9902))
            Check.number("share kept at λ/α = 0.01", results.flatFactor, .within(0.0098...0.0100))
            Check.error("relative deviation of the rate", results.relaxationError, atMost: 0.01)
        }
        Claim(
            "2-13E", equation: "7.8",
            "The effective number of parameters $\\sum_i\\lambda_i/(\\lambda_i+\\alpha)$ falls with $\\alpha$, from the rank of $\\mathbf H$ to zero.",
            method: "Against the trace of the hat matrix, which maps targets to fitted values."
        ) {
            Check.error("largest difference from the trace", results.effectiveError, atMost: 1e-10)
            Check.error("largest increase with α", results.effectiveIncrease, atMost: 0)
            Check.error(
                "at α = 0, minus the rank", results.effectiveAtZero - Double(results.rank), atMost: 1e-10)
            Check.error("at α = 10¹²", results.effectiveAtInfinity, atMost: 1e-6)
        }
        Claim(
            "2-16D", equation: "after 7.8",
            "The objective $\\lVert\\mathbf{Xw}-\\mathbf y\\rVert^2+\\tfrac12\\alpha\\mathbf w^\\top\\mathbf w$ is minimized by $(\\mathbf X^\\top\\mathbf X+\\tfrac\\alpha2\\mathbf I)^{-1}\\mathbf X^\\top\\mathbf y$; the draft has $\\alpha$ for $\\alpha/2$.",
            method: "Numerical minimization of the objective as printed.", expecting: .erratum
        ) {
            Check.erratum(
                "distance from the printed solution; from the corrected one", asPrinted: results.factorTwoPrinted,
                corrected: results.factorTwoCorrected, tolerance: 1e-7)
        }
        Claim(
            "2-17E", equation: "after 7.8", "Ridge regression sees the inputs as if their variance were larger.",
            method:
                "Least squares with $\\sqrt\\alpha\\,\\mathbf I$ appended to $\\mathbf X$; the normal equations of inputs with noise of variance $\\alpha/m$, taken at the ridge solution, over draws."
        ) {
            Check.error("appended rows against ridge", results.augmentationError, atMost: 1e-10)
            Check.mean("noisy inputs minus ridge, first weight", of: results.noiseSamples, equals: 0)
        }
        Claim(
            "2-18D", equation: "after 7.8",
            "Ridge regression shrinks the weights of features with low variance; how a feature covaries with the target plays no part.",
            method: """
                Orthogonal features of random variances and random covariances with the target: the share of pairs in which the \
                weight that shrinks more has the higher covariance (as printed), or the higher variance (corrected).
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "share of pairs in the wrong order: by covariance; by variance",
                asPrinted: results.covarianceDisorder, corrected: results.varianceDisorder, tolerance: 0
            )
            Check.error(
                "equal variances: largest deviation of a weight's share from the factor", results.factorDeviation,
                atMost: 1e-10)
        }
        Claim(
            "2-19E",
            "Weight decay drives the parameter vector toward the origin; a single coordinate may grow and change its sign along the path.",
            method:
                "The norm along the path; then two weights with $\\mathbf H=\\begin{pmatrix}1&.9\\\\.9&1\\end{pmatrix}$, $\\mathbf w^*=(1,-.2)$."
        ) {
            Check.error("largest increase of the norm", results.normIncrease, atMost: 1e-12)
            Check.number("rise of the single weight", results.singleWeightRise, .above(0.1))
        }
    }

    private static func shrinkage(_ shrinkage: Results) -> Figure {
        let ratios = (0...120).map { pow(10, -3 + Double($0) / 24) }
        return Figure(width: 300, height: 190) {
            Panel(
                x: Axis("curvature over decay, $\\lambda/\\alpha$", in: 1e-3...100, scale: .log),
                y: Axis("share that survives", in: 0...1)
            ) {
                Line(x: ratios, y: ratios.map { $0 / ($0 + 1) }).role(.truth).label("$\\lambda/(\\lambda+\\alpha)$")
                Points(x: shrinkage.ratios, y: shrinkage.shares).role(.regularized).label("measured")
            }
        }
    }

    private static func effectiveParameters(_ shrinkage: Results) -> Figure {
        Figure(width: 300, height: 190) {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log),
                y: Axis("effective parameters $\\gamma$", in: 0...Double(shrinkage.rank))
            ) {
                Line(x: shrinkage.alphas, y: shrinkage.effective).role(.truth).label("sum over eigenvalues")
                Points(x: shrinkage.alphas, y: shrinkage.traces).role(.regularized).label("trace of the hat matrix")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-9E") { $0.optimumError = 1e-3 },
        Mutant("2-10D") { $0.limitDistance = 0 },
        Mutant("2-10D") { $0.limitProjectionError = 0.5 },
        Mutant("2-11E") { $0.rotatedError = 1e-3 },
        Mutant("2-12E") { $0.steepFactor = 0.9 },
        Mutant("2-12E") { $0.relaxationError = 0.5 },
        Mutant("2-13E") { $0.effectiveError = 1e-3 },
        Mutant("2-13E") { $0.effectiveIncrease = 0.1 },
        Mutant("2-16D") { $0.factorTwoPrinted = 0 },
        Mutant("2-16D") { $0.factorTwoCorrected = 0.1 },
        Mutant("2-17E") { $0.augmentationError = 0.1 },
        Mutant("2-17E") { $0.noiseSamples = [1, 1.1, 0.9, 1] },
        Mutant("2-18D") { $0.covarianceFactors[1] += 0.3 },
        Mutant("2-19E") { $0.normIncrease = 0.1 },
        Mutant("2-18D") { $0.covarianceDisorder = 0 },
        Mutant("2-18D") { $0.varianceDisorder = 0.5 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Shrinkage>] = [
        Mutant("2-9E") {
            $0.equations.decayOptimum = { h, a, o in try h.addingToDiagonal(a / 2).choleskySolve(h * o) }
        },
        Mutant("2-11E") { $0.equations.survivingShare = { $0 / ($0 + 2 * $1) } },
        Mutant("2-13E") {
            $0.equations.effectiveParameters = { lambdas, a in lambdas.reduce(0) { $0 + $1 / ($1 + 2 * a) } }
        },
    ]
}
