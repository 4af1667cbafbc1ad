import Foundation
import Notebook
import Plots

extension Priors: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("priors", Self.figure())
        Value("sign-printed", results.signPrinted)
        Value("sign-corrected", results.signCorrected)
        Value("precision-printed", results.precisionPrinted)
        Value("laplace-axis", results.laplaceAxis)
        Value("laplace-diagonal", results.laplaceDiagonal)
        Value("gaussian-error", results.gaussianError)
        Claim(
            "2-32D", equation: "7.12",
            "Minimizing $\\tilde J$ finds the posterior mode when $J$ is the *negative* log-likelihood; the draft leaves out the sign.",
            method:
                "Linear regression with Gaussian noise: stationary points of $\\tilde J$ with both signs against the posterior mode.",
            expecting: .erratum
        ) {
            Check.erratum(
                "distance with the sign as printed; with it corrected", asPrinted: results.signPrinted,
                corrected: results.signCorrected, tolerance: 1e-8)
        }
        Claim(
            "2-33D", equation: "7.12",
            "Decay $\\alpha$ is a Gaussian prior of precision $\\alpha$ only if $J$ is the negative log-likelihood itself; for the mean squared error the precision is $\\alpha m/(2\\sigma^2)$.",
            method: "Minimizer of the penalized mean squared error against posterior modes with either precision.",
            expecting: .erratum
        ) {
            Check.erratum(
                "distance with precision α; with αm/(2σ²)", asPrinted: results.precisionPrinted,
                corrected: results.precisionCorrected, tolerance: 1e-10)
        }
        Claim(
            "2-34E", equation: "after 7.12", "The log-density of the Gaussian prior is as printed.",
            method: "Against the sum of one-dimensional log-densities along the axes of the covariance."
        ) {
            Check.error("largest deviation", results.gaussianError, atMost: 1e-11)
        }
        Claim(
            "2-35D", equation: "after 7.12",
            "$\\alpha\\lVert\\mathbf w\\rVert_1$ is an independent Laplace prior of scale $1/\\alpha$ on each weight: not $1/\\lambda$, and not isotropic.",
            method: """
                The slope of the log prior in $\\lvert w_i\\rvert$; and the density at distance one from the origin, on an axis and on \
                the diagonal.
                """,
            expecting: .erratum
        ) {
            Check.error("log-density against its integral", results.laplaceFormulaError, atMost: 1e-9)
            Check.erratum(
                "ratio of densities at equal distance, minus 1, if isotropic; deviation of the slope from −α",
                asPrinted: results.laplaceAxis / results.laplaceDiagonal - 1, corrected: results.laplaceScaleCorrected,
                tolerance: 1e-10)
        }
    }

    private static func figure() -> Figure {
        let weights = (-200...200).map { Double($0) / 50 }
        let scale = 0.5.squareRoot()
        return Figure(width: 300, height: 180) {
            Panel(x: Axis("weight $w$", in: -4...4), y: Axis("prior density", in: 0...0.75)) {
                Line(x: weights, y: weights.map { exp(Equations.chapter.laplaceLogDensity($0, 0, scale)) })
                    .role(.series(0))
                Line(x: weights, y: weights.map { exp(-$0 * $0 / 2) / (2 * .pi).squareRoot() })
                    .role(.series(1)).dash(.dashed)
                Text("Laplace", x: 0.25, y: 0.62, anchor: .left).role(.series(0))
                Text("Gaussian", x: 1.05, y: 0.28, anchor: .left).role(.series(1))
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-32D") { $0.signPrinted = 0 },
        Mutant("2-32D") { $0.signCorrected = 1 },
        Mutant("2-33D") { $0.precisionCorrected = 1 },
        Mutant("2-34E") { $0.gaussianError = 1 },
        Mutant("2-35D") { $0.laplaceScaleCorrected = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Priors>] = [
        Mutant("2-34E") { $0.equations.gaussianLogDensity = { _, _, _ in 0 } },
        Mutant("2-35D") { $0.equations.laplaceLogDensity = { w, m, s in -abs(w - m) / s - log(s) } },
        Mutant("2-35D") { $0.equations.laplaceLogDensity = { w, m, s in -2 * abs(w - m) / s - log(s) } },
    ]
}
