import Foundation
import LinearAlgebra
import Notebook
import Plots

extension Pseudoinverse: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("ridge-limit", Self.limitFigure(results))
        PageFigure("conditioning", Self.conditionFigure(results))
        Value("limit-error", results.limitError)
        Value("floor", results.floor)
        Value("floor-alpha", results.floorAlpha)
        Value("last-alpha", results.alphas.last ?? .nan)
        Value("filtered-last", results.filteredErrors.last ?? .nan)
        Value("descent-distance", results.descentDistance)
        Value("rivals", results.rivals)
        Value("svd-worst", results.worstBySingularValues)
        Value("inverse-best", results.bestByInverse)
        Claim(
            "4-9E", equation: "the limit",
            "The pseudoinverse is the limit of ridge regression; the error at $\\alpha$ is $\\alpha/(\\sigma(\\sigma^2+\\alpha))$ with $\\sigma$ the smallest nonzero singular value.",
            method: """
                A rank-deficient matrix with known pseudoinverse, $\\alpha$ from $10^{-1}$ down; in double precision the normal \
                equations turn back where rounding outgrows $\\alpha$.
                """
        ) {
            Check.error("relative deviation for $\\alpha\\ge10^{-6}$", results.limitError, atMost: 1e-3)
            Check.number(
                "error at the smallest α over the lowest error, normal equations",
                (results.normalErrors.last ?? .nan) / results.floor, .above(100))
            Check.number(
                "error at the smallest α, singular values", results.filteredErrors.last ?? .nan, .atMost(1e-12))
        }
        Claim(
            "4-10E",
            "$\\mathbf X^+\\mathbf y$ solves exactly where that is possible, has the lowest squared error otherwise, and is the shortest of all such $\\mathbf w$.",
            method:
                "Square, tall, wide and rank-deficient problems; gradient descent from the origin; rivals with the same fit."
        ) {
            Check.error("residual where an exact solution exists", results.exactResidual, atMost: 1e-10)
            Check.error("gradient of the squared error", results.leastSquaresGradient, atMost: 1e-10)
            Check.error("distance from the limit of gradient descent", results.descentDistance, atMost: 1e-8)
            Check.all("rivals that are longer", results.longerRivals, of: results.rivals)
        }
        Claim(
            "4-11E",
            "Solving by singular values stays accurate where inverting $\\mathbf X^\\top\\mathbf X$ loses every digit.",
            method: "Solvable problems of condition $10^{12}$ with known weights."
        ) {
            Check.number("highest relative error by SVD", results.worstBySingularValues, .atMost(0.01))
            Check.number("lowest relative error by inverting", results.bestByInverse, .atLeast(0.05))
        }
    }

    private static func limitFigure(_ inverse: Results) -> Figure {
        let finite = inverse.alphas.indices.filter { inverse.normalErrors[$0].isFinite }
        return Figure(width: 420, height: 210, title: "Ridge regression as alpha vanishes") {
            Panel(
                x: Axis("$\\alpha$", in: 1e-14...0.2, scale: .log),
                y: Axis("distance from $X^+$", scale: .log), legend: .top
            ) {
                Line(x: inverse.alphas, y: inverse.predicted).role(.ink).label("predicted")
                Points(x: finite.map { inverse.alphas[$0] }, y: finite.map { inverse.normalErrors[$0] }).role(
                    .series(1)
                )
                .label("normal equations")
                Points(x: inverse.alphas, y: inverse.filteredErrors).role(.series(4)).label("singular values")
            }
        }
    }

    private static func conditionFigure(_ inverse: Results) -> Figure {
        Figure(width: 420, height: 210, title: "Two ways to solve a badly conditioned problem") {
            Panel(
                x: Axis(
                    "condition number of $X$", in: 10...1e14, scale: .log,
                    ticks: .labelled([2, 5, 8, 11, 14].map { Tick(pow(10, $0), "$10^{\(Int($0))}$") })),
                y: Axis("relative error of $w$", scale: .log), legend: .top
            ) {
                Line(x: inverse.conditions, y: inverse.normalEquationErrors).role(.series(1)).marker(.square)
                    .label("inverting $X^\\top X$")
                Line(x: inverse.conditions, y: inverse.singularValueErrors).role(.series(4)).dash(.solid)
                    .marker(.openDot).label("singular values")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("4-9E") { $0.limitError = 0.1 },
        Mutant("4-9E") { $0.normalErrors = $0.normalErrors.map { _ in 1e-9 } },
        Mutant("4-9E") { $0.filteredErrors = $0.normalErrors },
        Mutant("4-10E") { $0.exactResidual = 0.1 },
        Mutant("4-10E") { $0.leastSquaresGradient = 0.1 },
        Mutant("4-10E") { $0.descentDistance = 0.1 },
        Mutant("4-10E") { $0.longerRivals -= 1 },
        Mutant("4-11E") { $0.worstBySingularValues = 1 },
        Mutant("4-11E") { $0.bestByInverse = 1e-6 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Pseudoinverse>] = [
        Mutant("4-9E") {
            $0.equations.regularizedInverse = { x, alpha in
                try x.gram.addingToDiagonal(2 * alpha).choleskySolve(x.transposed)
            }
        },
        Mutant("4-9E") {
            $0.equations.regularizedInverse = { x, alpha in
                try x.gram.addingToDiagonal(alpha).choleskySolve(-1 * x.transposed)
            }
        },
        Mutant("4-10E") { $0.equations.pseudoinverse = { try 2 * $0.pseudoinverse() } },
        Mutant("4-10E") { $0.equations.pseudoinverse = { try -1 * $0.pseudoinverse() } },
        Mutant("4-11E") { $0.equations.pseudoinverse = { try 2 * $0.pseudoinverse() } },
    ]
}
