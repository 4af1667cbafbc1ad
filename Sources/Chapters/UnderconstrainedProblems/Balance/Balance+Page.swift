import Foundation
import Notebook
import Plots

extension Balance: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("balance", Self.figure(results, parameters.decays))
        Value("balance-alpha", parameters.decays[0])
        Value("balance-norm", results.norms[0])
        Value("balance-slope", results.slopes[0])
        Value("balance-error", results.correctedError)
        Claim(
            "4-7D",
            "Weight decay stops the growth of $\\lVert\\mathbf w\\rVert$ where the slope of the likelihood along $\\mathbf w$ is $\\alpha\\lVert\\mathbf w\\rVert$; the draft has $\\alpha$, which is true of an $L^1$ penalty.",
            method: "Penalized minimizers by gradient descent on separable data; slopes by central differences.",
            expecting: .erratum
        ) {
            Check.erratum(
                "largest relative deviation of the slope", asPrinted: results.printedError,
                corrected: results.correctedError, tolerance: 1e-6)
            Check.error("under $L^1$, from β", results.lassoError, atMost: 1e-6)
        }
    }

    private static func figure(_ balance: Results, _ alphas: [Double]) -> Figure {
        Figure(width: 420, height: 210, title: "Where weight decay stops the growth") {
            Panel(
                x: Axis("norm $\\lVert w\\rVert$", in: 0.3...20, scale: .log),
                y: Axis("slope", in: 3e-4...3, scale: .log)
            ) {
                Line(x: balance.pathNorms, y: balance.pathSlopes).role(.loss).label("likelihood")
                for alpha in alphas {
                    Line(x: [0.3, 20], y: [0.3 * alpha, 20 * alpha]).role(.penalty)
                        .label("$\\alpha\\lVert w\\rVert$, $\\alpha = \(alpha.formatted())$")
                }
                for place in alphas.indices {
                    Point(x: balance.norms[place], y: balance.slopes[place]).role(.regularized)
                }
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("4-7D") { $0.printedError = 0 },
        Mutant("4-7D") { $0.correctedError = 0.1 },
        Mutant("4-7D") { $0.lassoError = 0.1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Balance>] = [
        Mutant("4-7D") { $0.equations.balancedSlope = { 2 * $0 * $1 } },
        Mutant("4-7D") { $0.equations.balancedSlope = { -$0 * $1 } },
    ]
}
