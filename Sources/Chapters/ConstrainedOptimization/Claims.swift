import Learning
import Notebook

extension ConstrainedOptimizationSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        lagrangeClaims(results) + regionClaims(results) + [
            projectionClaim(results), trapClaim(results), convexClaim(results), rateClaim(results),
        ]
    }

    private static func lagrangeClaims(_ results: Results) -> [Claim] {
        let convex = results.convex
        return [
            Claim(
                "3-1E", equation: "before 7.13",
                "Constraining $\\Omega\\le k$ is finding a saddle point of $J+\\alpha(\\Omega-k)$: a minimum over the parameters, a maximum over $\\alpha\\ge0$.",
                method: """
                    Least squares under a ball that binds, solved by an interior-point method; the Lagrange function minimized over \
                    $\\mathbf w$ and searched over $\\alpha$ from its values.
                    """
            ) {
                Check.error("max–min minus the constrained minimum", convex.dualityGap, atMost: 1e-6)
                Check.error(
                    "maximum over $\\alpha$ at the constrained minimizer minus $J$", convex.maximumGap, atMost: 1e-6)
                Check.error("distance of the minimizers", convex.saddleDistance, atMost: 1e-6)
                Check.error("complementary slackness", convex.slackness, atMost: 1e-6)
            },
            Claim(
                "3-2E", equation: "before 7.13",
                "The multiplier must rise while $\\Omega>k$ and fall while $\\Omega<k$; this ends at the right one, which is zero if the constraint does not bind.",
                method:
                    "Dual ascent $\\alpha\\leftarrow\\max(0,\\alpha+\\rho(\\Omega-k))$ from $\\alpha=0$, against the interior-point method's multiplier."
            ) {
                Check.error("distance from the multiplier", convex.ascentMultiplierError, atMost: 1e-6)
                Check.error("$\\Omega/k-1$ at the end", convex.ascentPenaltyError, atMost: 1e-6)
                Check.error("multiplier where the constraint does not bind", convex.idleMultiplier, atMost: 0)
                Check.number("moves against the sign of $\\Omega-k$", Double(convex.wrongMoves), .atMost(0))
            },
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
                    corrected: convex.penalizedDistance, tolerance: 1e-5)
            },
        ]
    }

    private static func regionClaims(_ results: Results) -> [Claim] {
        let region = results.region
        return [
            Claim(
                "3-4E", equation: "after 7.13",
                "$\\alpha^*$ alone does not tell $k$: the relation depends on $J$, and solving for $k$ means evaluating $\\Omega$ at the penalized minimizer.",
                method: """
                    Two problems at the same $\\alpha$ that differ in the size of their targets; and constrained problems with $k$ so \
                    computed, solved by the interior-point method.
                    """
            ) {
                Check.number("ratio of the two $k$", region.sizeRatio, .above(1.5))
                Check.error("relative error of the multiplier found for $k$", region.multiplierError, atMost: 1e-5)
                Check.error("distance of the minimizers", region.minimizerError, atMost: 1e-6)
            },
            Claim(
                "3-5E", equation: "after 7.13", "A larger $\\alpha$ means a smaller region.",
                method:
                    "$\\Omega$ of the penalized minimizer for \(region.alphas.count) values of $\\alpha$ over four decades."
            ) {
                Check.error("largest increase with $\\alpha$", region.increase, atMost: 0)
                Check.number("fall from first to last, lowest of all problems", region.leastFall, .above(0))
            },
        ]
    }

    private static func projectionClaim(_ results: Results) -> Claim {
        let projection = results.projection
        return Claim(
            "3-6E",
            "A gradient step followed by projection onto the nearest feasible point keeps and solves the constraint.",
            method: """
                Projected gradient descent against the interior-point method; every step of a stochastic run; projections against \
                random feasible points near them.
                """
        ) {
            Check.error("distance from the constrained minimizer", projection.distance, atMost: 1e-6)
            Check.error("largest relative violation after a stochastic step", projection.violation, atMost: 1e-12)
            Check.error(
                "excess over the distance of the nearest feasible point found", projection.nearerPoint, atMost: 1e-9)
        }
    }

    private static func trapClaim(_ results: Results) -> Claim {
        let (chain, dead) = (results.chain, results.deadUnits)
        let (compared, radius) = (results.parameters.comparedAlphaPlace, results.parameters.comparedRadiusPlace)
        return Claim(
            "3-7X",
            "Penalties can trap units at small weights, a local minimum although larger weights would lower $J$; a constraint does not.",
            method: """
                $f=uvw$ with target 1 from small weights: descent with the penalty and with projection onto the ball of the penalized \
                optimum. Then networks of rectifiers: dead units, against $\\alpha$ and against a bound on columns.
                """
        ) {
            Check.number(
                "lowest curvature at the origin, over α", chain.originCurvature / results.parameters.chainAlpha,
                .within(0.999...1.001))
            Check.number("norm at the end of descent with the penalty", chain.penaltyNorm, .atMost(1e-3))
            Check.number(
                "penalized objective there minus the global minimum", chain.penaltyObjective - chain.globalObjective,
                .above(0.1))
            Check.number("loss at the end of descent with projection", chain.projectedLoss, .atMost(0.01))
            Check.positive(
                "dead units at the compared α minus at α = 0",
                differences: dead.penaltyCounts.map { $0[compared] - $0[0] })
            Check.positive(
                "dead units at the compared α minus under the bound",
                differences: zip(dead.penaltyCounts, dead.radiusCounts).map { $0[compared] - $1[radius] })
        }
    }

    private static func convexClaim(_ results: Results) -> Claim {
        let convex = results.convex
        return Claim(
            "3-9E", "Where $\\tilde J$ is convex there are no such minima.",
            method:
                "Squared and logistic loss with weight decay, minimized from \(results.parameters.starts) random starts each."
        ) {
            Check.error("largest distance, squared loss", convex.squaredSpread, atMost: 1e-6)
            Check.error("largest distance, logistic loss", convex.logisticSpread, atMost: 1e-6)
        }
    }

    private static func rateClaim(_ results: Results) -> Claim {
        let rates = results.rates
        return Claim(
            "3-10X",
            "At high learning rates weights and gradients feed each other until numbers overflow; reprojection stops this.",
            method: """
                Maxout networks in single precision at \(rates.rates.count) learning rates, without and with a bound on each unit's \
                incoming weights: the largest rate up to which every run stays finite.
                """
        ) {
            Check.positive(
                "decades between the largest stable rates, minus 1",
                differences: zip(rates.projectedSteps, rates.plainSteps).map {
                    rates.stableDecade($0) - rates.stableDecade($1) - 1
                })
            Check.positive(
                "error of guessing minus test error with the bound, at ten times the largest stable rate without",
                differences: rates.highRateErrors.map { 2.0 / 3 - $0 })
        }
    }
}

extension RegionMeasurements {
    /// The least fall of Ω from the first α to the last over the problems.
    var leastFall: Double {
        sizes.map { ($0.first ?? .nan) - ($0.last ?? .nan) }.reduce(.infinity, min)
    }
}

extension RateMeasurements {
    /// The place of the largest rate up to which every run lasted to its end; 0 if none did.
    func stablePlace(_ lasted: [Int]) -> Int {
        max(0, (lasted.firstIndex { $0 < steps } ?? lasted.count) - 1)
    }

    /// Test errors with the bound at ten times the largest stable rate without it.
    var highRateErrors: [Double] {
        zip(projectedErrors, plainSteps).map { errors, lasted in errors[min(stablePlace(lasted) + 2, rates.count - 1)] }
    }

    /// The logarithm of that rate to base 10.
    func stableDecade(_ lasted: [Int]) -> Double { -2 + 0.5 * Double(stablePlace(lasted)) }
}
