import Foundation
import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Penalties: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("penalties", Self.figure())
        Value("student-error", results.studentError)
        Claim(
            "9-5E",
            "The Student-t penalty is the negative logarithm of a Student-t prior and makes codes sparse; the divergence holds units in $[0,1]$ at a mean activity $\\rho$.",
            method: """
                The penalties against the prior's density, obtained by differentiating its distribution function, and against the losses of \
                networks with penalties as layers. Codes under three penalties that leave over the same share of the images. Sigmoid units \
                trained toward $\\rho$.
                """
        ) {
            Check.error("Student-t penalty against $-\\log$ of the density", results.studentError, atMost: 1e-6)
            Check.error("layer's loss against 7.29, $L^1$", results.absoluteLayerError, atMost: 1e-12)
            Check.error("layer's loss against 7.29, Student-t", results.studentLayerError, atMost: 1e-12)
            Check.error("layer's loss against 7.29, divergence", results.divergenceLayerError, atMost: 1e-12)
            Check.error("curvature of the divergence at $\\rho$, relative", results.curvatureError, atMost: 1e-4)
            Check.positive(
                "Hoyer's sparsity at equal residual: Student-t minus squared penalty",
                differences: results.studentSparsity.subtracting(results.squaredSparsity))
            Check.number(
                "mean distance of a sigmoid unit's activity from $\\rho$",
                results.targetMisses.mean, .atMost(0.01))
        }
    }

    /// L¹ is `.penalty`, Student-t `.series(2)` and squared `.series(3)` in all figures.
    private static func figure() -> Figure {
        Figure(width: 420, height: 180, title: "Penalties on one element of a representation") {
            Row(spacing: 26, shares: [0.5, 0.5]) {
                Panel(x: Axis("$h$"), y: Axis("$\\Omega(h)$", in: 0...3.2), legend: .top) {
                    Line(over: -3...3) { abs($0) }.role(.penalty).label("$|h|$")
                    Line(over: -3...3) { log(1 + $0 * $0) }.role(.series(2)).dash(.dashDotted).label("$\\log(1+h^2)$")
                    Line(over: -3...3) { $0 * $0 / 2 }.role(.series(3)).dash(.solid).label("$\\frac{1}{2}h^2$")
                }
                Panel(x: Axis("mean activation $\\hat\\rho$", in: 0...1), y: Axis("", in: 0...1.6), legend: .top) {
                    for (place, target) in [0.05, 0.2].enumerated() {
                        Line(over: 0.002...0.998) { Equations.chapter.divergence(target, $0) }.role(.series(4 + place))
                            .dash(place == 0 ? .solid : .dashed).label("$\\rho=\(target)$")
                    }
                }
            }
        }
    }
}

extension Penalties {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-5E") { $0.studentError = 0.1 },
        Mutant("9-5E") { $0.absoluteLayerError = 0.1 },
        Mutant("9-5E") { $0.studentLayerError = 0.1 },
        Mutant("9-5E") { $0.divergenceLayerError = 0.1 },
        Mutant("9-5E") { $0.curvatureError = 1 },
        Mutant("9-5E") { $0.studentSparsity = $0.squaredSparsity },
        Mutant("9-5E") { $0.targetMisses[0] += 1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("9-5E") { $0.regularized = { $0 - $1 * $2 } },
        Mutant("9-5E") { $0.regularized = { $0 + $1 / 2 * $2 } },
        Mutant("9-5E") { $0.absolute = { 2 * $0.sumOfMagnitudes } },
        Mutant("9-5E") { $0.absolute = { $0.reduce(0, +) } },
        Mutant("9-5E") { $0.studentT = { h, freedom in (freedom + 1) * log(1 + h * h / freedom) } },
        Mutant("9-5E") { $0.studentT = { h, freedom in freedom / 2 * log(1 + h * h / freedom) } },
        Mutant("9-5E") { $0.divergence = { 2 * Equations.chapter.divergence($0, $1) } },
        Mutant("9-5E") { $0.divergence = { Equations.chapter.divergence($1, $0) } },
        Mutant("9-5E") { $0.divergence = { -Equations.chapter.divergence($0, $1) } },
    ]
}
