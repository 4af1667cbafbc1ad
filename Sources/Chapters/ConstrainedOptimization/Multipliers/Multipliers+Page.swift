import LinearAlgebra
import Notebook
import Plots

extension Multipliers: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("dual-ascent", Self.dualAscent(results))
        PageFigure("nonconvex", Self.nonconvex(results.nonconvex))
        Value("duality-gap", results.dualityGap)
        Value("saddle-distance", results.saddleDistance)
        Value("slackness", results.slackness)
        Value("ascent-error", results.ascentMultiplierError)
        Value("norm-rule", results.normRulePenalty)
        Value("penalized-distance", results.penalizedDistance)
        Value("convex-spread", .worse(results.squaredSpread, results.logisticSpread))
        Value("nonconvex-multiplier", results.nonconvex.multiplier)
        Value("nonconvex-curvature", results.nonconvex.curvature)
        Value("nonconvex-end", results.nonconvex.descentEnd)
        Claim(
            "3-1E", equation: "before 7.13",
            "Constraining $\\Omega\\le k$ is finding a saddle point of $J+\\alpha(\\Omega-k)$: a minimum over the parameters, a maximum over $\\alpha\\ge0$.",
            method: """
                Least squares under a ball that binds, solved by an interior-point method; the Lagrange function minimized over \
                $\\mathbf w$ and searched over $\\alpha$ from its values.
                """
        ) {
            Check.error("max–min minus the constrained minimum", results.dualityGap, atMost: 1e-6)
            Check.error(
                "maximum over $\\alpha$ at the constrained minimizer minus $J$", results.maximumGap, atMost: 1e-6)
            Check.error("distance of the minimizers", results.saddleDistance, atMost: 1e-6)
            Check.error("complementary slackness", results.slackness, atMost: 1e-6)
        }
        Claim(
            "3-2E", equation: "before 7.13",
            "The multiplier must rise while $\\Omega>k$ and fall while $\\Omega<k$; this ends at the right one, which is zero if the constraint does not bind.",
            method:
                "Dual ascent $\\alpha\\leftarrow\\max(0,\\alpha+\\rho(\\Omega-k))$ from $\\alpha=0$, against the interior-point method's multiplier."
        ) {
            Check.error("distance from the multiplier", results.ascentMultiplierError, atMost: 1e-6)
            Check.error("$\\Omega/k-1$ at the end", results.ascentPenaltyError, atMost: 1e-6)
            Check.error("multiplier where the constraint does not bind", results.idleMultiplier, atMost: 0)
            Check.number("moves against the sign of $\\Omega-k$", Double(results.wrongMoves), .atMost(0))
        }
        Claim(
            "3-3D", equation: "7.13",
            "With the multiplier fixed at $\\alpha^*$ the constrained problem is the penalized one if $J$ is convex; otherwise the constrained minimizer may even be a maximum of the penalized objective.",
            method: """
                As printed, for any $J$: $J=-w^3$ under $\\lvert w\\rvert\\le1$; how far descent on $J+\\alpha^*\\Omega$ ends from the \
                constrained minimizer next to which it starts. Corrected: convex problems.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "distance from the constrained minimizer: any $J$; convex $J$",
                asPrinted: results.nonconvex.descentEnd - results.nonconvex.minimizer,
                corrected: results.penalizedDistance, tolerance: 1e-5)
        }
        Claim(
            "3-9E", "Where $\\tilde J$ is convex there are no such minima.",
            method:
                "Squared and logistic loss with weight decay, minimized from \(parameters.starts) random starts each."
        ) {
            Check.error("largest distance, squared loss", results.squaredSpread, atMost: 1e-6)
            Check.error("largest distance, logistic loss", results.logisticSpread, atMost: 1e-6)
        }
    }

    private static func dualAscent(_ convex: Results) -> Figure {
        let steps = Array(convex.multipliers.indices)
        return Figure(width: 420, height: 165, title: "Dual ascent") {
            Row {
                Panel(x: Axis("step"), y: Axis("multiplier $\\alpha$", including: [0, convex.multiplier * 1.1])) {
                    Rule(y: convex.multiplier).role(.truth).label("$\\alpha^*$")
                    Line(x: steps, y: convex.multipliers).role(.trajectory).dash(.solid).marker(.dot, size: 2)
                }
                Panel(x: Axis("step"), y: Axis("$\\Omega(\\theta)/k$", including: [0.9])) {
                    Rule(y: 1).role(.penalty).label("$\\Omega = k$")
                    Line(x: steps, y: convex.penalties).role(.trajectory).dash(.solid).marker(.dot, size: 2)
                }
            }
        }
    }

    private static func nonconvex(_ nonconvex: NonconvexProblem) -> Figure {
        Figure(width: 420, height: 180, title: "A constrained minimum that is a maximum with the penalty") {
            Panel(x: Axis("$w$", in: -0.6...1.6), y: Axis("", in: -2...1)) {
                Band(x: [-0.6, 1], low: [-2, -2], high: [1, 1]).role(.muted).opacity(0.4)
                Text("$\\Omega \\leq k$", x: 0.2, y: -1.6).role(.muted)
                Line(x: nonconvex.places, y: nonconvex.loss).role(.loss).label("$J = -w^3$")
                Line(x: nonconvex.places, y: nonconvex.penalized).role(.penalty).label("$J + \\alpha^*\\Omega$")
                Point(x: nonconvex.minimizer, y: -1).role(.optimum).label("constrained minimum")
                Point(x: nonconvex.minimizer, y: 0.5).role(.optimum).label("a maximum")
                Point(x: 0, y: 0).role(.regularized).label("a local minimum")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-1E") { $0.dualityGap = 0.1 },
        Mutant("3-1E") { $0.maximumGap = 0.1 },
        Mutant("3-1E") { $0.saddleDistance = 0.1 },
        Mutant("3-1E") { $0.slackness = 0.1 },
        Mutant("3-2E") { $0.ascentMultiplierError = 0.1 },
        Mutant("3-2E") { $0.ascentPenaltyError = 0.1 },
        Mutant("3-2E") { $0.idleMultiplier = 0.1 },
        Mutant("3-2E") { $0.wrongMoves = 1 },
        Mutant("3-3D") { $0.nonconvex.descentEnd = $0.nonconvex.minimizer },
        Mutant("3-3D") { $0.penalizedDistance = 0.1 },
        Mutant("3-9E") { $0.squaredSpread = 0.1 },
        Mutant("3-9E") { $0.logisticSpread = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Multipliers>] = [
        Mutant("3-1E") { $0.equations.lagrangian = { $0 - $1 * ($2 - $3) } },
        Mutant("3-1E") { $0.equations.lagrangian = { $0 + 2 * $1 * ($2 - $3) } },
        Mutant("3-1E") { $0.equations.lagrangian = { $0 + $1 * ($2 + $3) } },
        Mutant("3-2E") { $0.equations.multiplierStep = { max(0, $0 - $1 * ($2 - $3)) } },
        Mutant("3-2E") { $0.equations.multiplierStep = { max(0, $0 + $1 * ($2 - 2 * $3)) } },
        Mutant("3-2E") { $0.equations.multiplierStep = { alpha, rate, penalty, _ in alpha + rate * penalty } },
        Mutant("3-3D") { $0.equations.penalized = { $0 - $1 * $2 } },
        Mutant("3-3D") { $0.equations.penalized = { $0 + 2 * $1 * $2 } },
    ]
}
