import LinearAlgebra
import Notebook
import Plots

extension Chain: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("trap", Self.figure(results, parameters))
        Value("chain-radius", results.radius)
        Value("chain-global", results.globalObjective)
        Value("chain-trapped", results.penaltyObjective)
        Value("chain-projected", results.projectedLoss)
        Value("chain-curvature", results.originCurvature)
        Value("shallow-gap", results.shallowGap)
        Claim(
            "3-11E",
            "In a chain of three weights every penalty makes the origin a strict local minimum, which traps small weights; a constraint that the penalized optimum meets does not.",
            method: """
                $f=uvw$ with target 1 from small weights: descent with the penalty, and with projection onto the ball of the \
                penalized optimum.
                """
        ) {
            Check.number(
                "lowest curvature at the origin, over α", results.originCurvature / parameters.alpha,
                .within(0.999...1.001))
            Check.number("norm at the end of descent with the penalty", results.penaltyNorm, .atMost(1e-3))
            Check.number(
                "penalized objective there minus the global minimum",
                results.penaltyObjective - results.globalObjective, .above(0.1))
            Check.number("loss at the end of descent with projection", results.projectedLoss, .atMost(0.01))
        }
    }

    /// The plane u = v of the chain, in coordinates whose distance from the origin is the norm.
    private static func figure(_ chain: Results, _ parameters: Parameters) -> Figure {
        let loss = { (s: Double, w: Double) in
            let miss = s * s * w / 2 - 1
            return miss * miss / 2
        }
        let (first, second) = (Axis("$\\sqrt2\\, u$", in: -0.1...1.8), Axis("$w$", in: -0.1...1.4))
        return Figure(width: 420, height: 215, title: "Where small weights are trapped, and where they are not") {
            Row {
                Panel("penalty: $J + \\frac{\\alpha}{2}\\|\\theta\\|^2$", x: first, y: second, aspect: .equal) {
                    Contours(
                        x: -0.1...1.8, y: -0.1...1.4,
                        levels: .explicit([0.15, 0.18, 0.22, 0.28, 0.36, 0.46, 0.502, 0.506, 0.55, 0.65, 0.8])
                    ) { s, w in loss(s, w) + parameters.alpha / 2 * (s * s + w * w) }.role(.loss)
                    path(chain.penaltyPath).label("from \(parameters.start)")
                    path(chain.escapedPath).role(.series(3)).dash(.solid).label("from farther out")
                    Point(x: 0, y: 0).role(.regularized).label("trap")
                    end(of: chain.escapedPath)
                }
                Panel("constraint: $J$ on $\\|\\theta\\| \\leq r$", x: first, y: second, aspect: .equal) {
                    Contours(
                        x: -0.1...1.8, y: -0.1...1.4,
                        levels: .explicit([0.005, 0.02, 0.06, 0.12, 0.2, 0.3, 0.4, 0.46, 0.49, 0.499]), loss
                    ).role(.loss)
                    Contours(x: -0.1...1.8, y: -0.1...1.4, levels: .explicit([chain.radius])) {
                        ($0 * $0 + $1 * $1).squareRoot()
                    }.role(.penalty).lineWidth(1.6)
                    path(chain.projectedPath).label("from \(parameters.start)")
                    end(of: chain.projectedPath)
                }
            }
        }
    }

    private static func path(_ path: [[Double]]) -> Trajectory {
        Trajectory(x: path.map { $0[0] }, y: path.map { $0[1] }).role(.trajectory)
    }

    private static func end(of path: [[Double]]) -> Point {
        let end = path[path.count - 1]
        return Point(x: end[0], y: end[1]).role(.optimum)
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-11E") { $0.originCurvature = 0 },
        Mutant("3-11E") { $0.penaltyNorm = 1 },
        Mutant("3-11E") { $0.penaltyObjective = 0 },
        Mutant("3-11E") { $0.projectedLoss = 1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Chain>] = [
        Mutant("3-11E") { $0.equations.penalized = { $0 + 2 * $1 * $2 } },
        Mutant("3-11E") { $0.equations.projection = { w, _ in w.scaled(by: 0.5) } },
    ]
}
