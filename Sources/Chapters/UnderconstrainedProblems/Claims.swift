import Notebook

extension UnderconstrainedProblemsSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        singularClaims(results) + growthClaims(results) + haltingClaims(results) + inverseClaims(results)
    }

    private static func singularClaims(_ results: Results) -> [Claim] {
        let singular = results.singular
        return [
            Claim(
                "4-1D",
                "Principal components and least squares do not depend on inverting $\\mathbf X^\\top\\mathbf X$; the normal equations and whitening do.",
                method: """
                    Centred data with more features than examples. As printed: directions that \
                    $\\mathbf X^\\top\\mathbf X$ has lost, so that no inverse exists. Corrected: $1-\\lvert\\cos\\rvert$ between components \
                    by SVD and by power iteration, neither of which inverts anything.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "lost directions; disagreement of the components", asPrinted: Double(singular.lostDirections),
                    corrected: singular.componentError, tolerance: 1e-8)
            },
            Claim(
                "4-2D",
                "$\\mathbf X^\\top\\mathbf X$ is singular if there are fewer examples than features, or if *centred* data have no variance in some direction.",
                method: """
                    Random wide matrices. A column of ones, whose variance is zero: the least eigenvalue of \
                    $\\mathbf X^\\top\\mathbf X$ over the greatest, as the data are (printed) and centred (corrected).
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "smallest eigenvalue over largest", asPrinted: singular.constantLeast,
                    corrected: singular.centredLeast,
                    tolerance: 1e-12)
                Check.number("rank minus examples, wide data", Double(singular.excessRank), .atMost(0))
                Check.error("smallest eigenvalue over largest, wide data", singular.wideLeast, atMost: 1e-12)
            },
            Claim(
                "4-3E",
                "$\\mathbf X^\\top\\mathbf X+\\alpha\\mathbf I$ is invertible for every $\\alpha>0$: its smallest eigenvalue is at least $\\alpha$.",
                method: "Random matrices with fewer rows than columns, four coefficients from $10^{-6}$ to $10^3$."
            ) {
                Check.number(
                    "shortfall of the smallest eigenvalue over the largest", singular.shortfall, .atMost(1e-13))
            },
        ]
    }

    private static func growthClaims(_ results: Results) -> [Claim] {
        let growth = results.growth
        return [
            Claim(
                "4-5E",
                "On separable data $2\\mathbf w$ classifies as well as $\\mathbf w$ and is more likely, and gradient descent makes $\\lVert\\mathbf w\\rVert$ grow like $\\ln t$ without bound.",
                method: """
                    Random separable problems; then a single weight for as many steps as it takes, one by one and then together.
                    """
            ) {
                Check.all("problems where doubling raises the likelihood", growth.doublings, of: growth.problems)
                Check.number("steps at which the norm did not grow", Double(growth.shrinkingSteps), .atMost(0))
                for (weight, expected) in zip(growth.milestones, [6.905, 9.210, 11.513]) {
                    Check.error("one weight minus \(expected)", weight - expected, atMost: 0.001)
                }
                Check.number("slope in $\\ln t$ over seven decades", growth.slope, .within(0.99...1.01))
                Check.error("steps together against one by one", growth.jumpError, atMost: 1e-9)
            },
            Claim(
                "4-6D",
                "At a fixed learning rate rounding stops the growth long before any overflow; overflow requires growing steps or a careless sigmoid.",
                method: """
                    One weight in single and double precision until a step changes nothing. As printed: decades from there to \
                    the largest finite number. Corrected: what one more step changes.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "single precision", asPrinted: growth.singleStall.decadesToOverflow,
                    corrected: growth.singleStall.change, tolerance: 0)
                Check.erratum(
                    "double precision", asPrinted: growth.doubleStall.decadesToOverflow,
                    corrected: growth.doubleStall.change, tolerance: 0)
                Check.error("steps together against one by one, steps", growth.stallStepGap, atMost: 0)
                Check.error("steps together against one by one, weight", growth.stallWeightGap, atMost: 0)
                Check.number(
                    "Newton's method: step at which it becomes NaN", Double(growth.newtonSteps), .within(700...720))
                Check.number(
                    "careless sigmoid: step at which it becomes NaN", Double(growth.carelessSteps), .within(1...10))
            },
        ]
    }

    private static func haltingClaims(_ results: Results) -> [Claim] {
        let balance = results.balance
        let stopping = results.stopping
        return [
            Claim(
                "4-7D",
                "Weight decay stops the growth of $\\lVert\\mathbf w\\rVert$ where the slope of the likelihood along $\\mathbf w$ is $\\alpha\\lVert\\mathbf w\\rVert$; the draft has $\\alpha$, which is true of an $L^1$ penalty.",
                method: "Penalized minimizers by gradient descent on separable data; slopes by central differences.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "largest relative deviation of the slope", asPrinted: balance.printedError,
                    corrected: balance.correctedError, tolerance: 1e-6)
                Check.error("under $L^1$, from β", balance.lassoError, atMost: 1e-6)
            },
            Claim(
                "4-8X", equation: "Algorithm 7.1",
                "Early stopping on validation accuracy halts soon after the accuracy stops rising, whether it reaches 100 % or not.",
                method: """
                    Separable training data of three kinds; the budget is far larger than the patience. The draft's 100 % needs a \
                    validation set that the limiting direction separates.
                    """
            ) {
                Check.all("wide margin: runs that stopped", stopping.wide.stopped, of: stopping.wide.count)
                Check.all("few examples: runs that stopped", stopping.narrow.stopped, of: stopping.narrow.count)
                Check.all(
                    "wrong validation labels: runs that stopped", stopping.mislabelled.stopped,
                    of: stopping.mislabelled.count)
                Check.positive(
                    "growth of the norm from half the budget to its end, without stopping",
                    differences: stopping.narrow.map { $0.normAtEnd - $0.normHalfway })
                Check.number(
                    "wrong validation labels: runs that reach 100 %", Double(stopping.mislabelled.saturated), .atMost(0)
                )
            },
        ]
    }

    private static func inverseClaims(_ results: Results) -> [Claim] {
        let inverse = results.inverse
        return [
            Claim(
                "4-9E", equation: "the limit",
                "The pseudoinverse is the limit of ridge regression; the error at $\\alpha$ is $\\alpha/(\\sigma(\\sigma^2+\\alpha))$ with $\\sigma$ the smallest nonzero singular value.",
                method: """
                    A rank-deficient matrix with known pseudoinverse, $\\alpha$ from $10^{-1}$ down; in double precision the normal \
                    equations turn back where rounding outgrows $\\alpha$.
                    """
            ) {
                Check.error("relative deviation for $\\alpha\\ge10^{-6}$", inverse.limitError, atMost: 1e-3)
                Check.number(
                    "error at the smallest α over the lowest error, normal equations",
                    (inverse.normalErrors.last ?? .nan) / inverse.floor, .above(100))
                Check.number(
                    "error at the smallest α, singular values", inverse.filteredErrors.last ?? .nan, .atMost(1e-12))
            },
            Claim(
                "4-10E",
                "$\\mathbf X^+\\mathbf y$ solves exactly where that is possible, has the lowest squared error otherwise, and is the shortest of all such $\\mathbf w$.",
                method:
                    "Square, tall, wide and rank-deficient problems; gradient descent from the origin; rivals with the same fit."
            ) {
                Check.error("residual where an exact solution exists", inverse.exactResidual, atMost: 1e-10)
                Check.error("gradient of the squared error", inverse.leastSquaresGradient, atMost: 1e-10)
                Check.error("distance from the limit of gradient descent", inverse.descentDistance, atMost: 1e-8)
                Check.all("rivals that are longer", inverse.longerRivals, of: inverse.rivals)
            },
            Claim(
                "4-11E",
                "Solving by singular values stays accurate where inverting $\\mathbf X^\\top\\mathbf X$ loses every digit.",
                method: "Solvable problems of condition $10^{12}$ with known weights."
            ) {
                Check.number("highest relative error by SVD", inverse.worstBySingularValues, .atMost(0.01))
                Check.number("lowest relative error by inverting", inverse.bestByInverse, .atLeast(0.05))
            },
        ]
    }
}

extension [StoppedRun] {
    /// Runs whose patience ran out.
    var stopped: Int { count { $0.stop != nil } }

    /// Runs whose validation accuracy was 100 % at some time.
    var saturated: Int { count(where: \.saturates) }
}
