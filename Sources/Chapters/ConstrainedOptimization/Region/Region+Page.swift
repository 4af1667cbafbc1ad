import LinearAlgebra
import Notebook
import Plots

extension Region: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("region", Self.figure(results))
        Value("size-ratio", results.sizeRatio)
        Value("multiplier-error", results.multiplierError)
        Value("region-minimizer-error", results.minimizerError)
        Claim(
            "3-4E", equation: "after 7.13",
            "$\\alpha^*$ alone does not tell $k$: the relation depends on $J$, and solving for $k$ means evaluating $\\Omega$ at the penalized minimizer.",
            method: """
                Two problems at the same $\\alpha$ that differ in the size of their targets; and constrained problems with $k$ so \
                computed, solved by the interior-point method.
                """
        ) {
            Check.number("ratio of the two $k$", results.sizeRatio, .above(1.5))
            Check.error("relative error of the multiplier found for $k$", results.multiplierError, atMost: 1e-5)
            Check.error("distance of the minimizers", results.minimizerError, atMost: 1e-6)
        }
        Claim(
            "3-5E", equation: "after 7.13", "A larger $\\alpha$ means a smaller region.",
            method:
                "$\\Omega$ of the penalized minimizer for \(results.alphas.count) values of $\\alpha$ over four decades."
        ) {
            Check.error("largest increase with $\\alpha$", results.increase, atMost: 0)
            Check.number("fall from first to last, lowest of all problems", results.lowestFall, .above(0))
        }
    }

    private static func figure(_ region: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Multiplier against size of the region") {
            Panel(
                x: Axis("coefficient $\\alpha$", scale: .log), y: Axis("size of the region $k$", scale: .log),
                legend: .top
            ) {
                for problem in region.sizes.indices {
                    Line(x: region.alphas, y: region.sizes[problem]).role(.series(problem))
                        .label("problem \(problem + 1)")
                    Points(x: region.constrainedMultipliers[problem], y: region.constrainedSizes[problem])
                        .role(.series(problem)).marker(.openDot)
                }
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-4E") { $0.sizeRatio = 1 },
        Mutant("3-4E") { $0.multiplierError = 0.1 },
        Mutant("3-4E") { $0.minimizerError = 0.1 },
        Mutant("3-5E") { $0.increase = 0.1 },
        Mutant("3-5E") { $0.sizes[0] = [1, 1] },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Region>] = [
        Mutant("3-4E") { $0.equations.penalty = { $0.dot($0) } },
        Mutant("3-5E") { $0.equations.penalty = { 1 / (1 + $0.dot($0)) } },
    ]
}
