import Foundation
import Notebook

extension EarlyStoppingSection {
    static func equivalenceClaims(_ results: Results) -> [Claim] {
        let quadratic = results.analysis.quadratic
        let filters = results.analysis.filters
        let trajectory = results.analysis.trajectory
        return [
            Claim(
                "7-18D", equation: "before 7.28",
                "Weight decay and early stopping are equivalent only if all nonzero eigenvalues are equal; otherwise each requires its own $\\tau$.",
                method: """
                    Fifty steps of gradient descent, and the minimizer under the decay for which the condition requires fifty steps at one \
                    of the eigenvalues, on a bowl with four different eigenvalues and on one with four equal ones.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "relative distance of both points: different eigenvalues; equal ones",
                    asPrinted: quadratic.unequalDistance, corrected: quadratic.equalDistance, tolerance: 1e-6)
            },
            Claim(
                "7-19E", equation: "7.28",
                "For small $\\eta\\lambda$ and $\\lambda/\\alpha$ the two agree if $\\tau\\approx1/(\\eta\\alpha)$.",
                method:
                    "The exact product $\\tau\\eta\\alpha$ against $\\lambda/\\alpha$; its first correction is $(1-\\lambda/2\\alpha)/(1+\\eta\\lambda/2)$."
            ) {
                Check.error("product at $\\lambda/\\alpha = 0.001$, minus 1", filters.products[0] - 1, atMost: 1e-3)
                Check.error("product minus its first correction at 0.01", filters.correctionError, atMost: 1e-4)
                Check.number(
                    "product at 10: the regime ends", filters.products[filters.products.count - 1],
                    .within(0.235...0.245))
            },
            Claim(
                "7-20E", equation: "7.28", "Beyond that regime the two still resemble each other.",
                method: "The learned shares $1-e^{-s}$ and $s/(1+s)$ at $s$ up to 10: their ratio and difference."
            ) {
                Check.number("largest ratio", filters.largestRatio, .within(1.2983...1.2985))
                Check.number("least ratio", filters.leastRatio, .atLeast(1))
                Check.number("largest difference", filters.largestGap, .within(0.2035...0.2037))
            },
            Claim(
                "7-21X", equation: "7.28",
                "The best training time and the best decay satisfy $\\alpha\\tau\\eta\\approx1$.",
                method: """
                    Linear problems with known truth; $\\alpha$ and $\\tau$ are each chosen by the error against the truth. The \
                    logarithm of the product may be off by a factor of two at most; the errors by 5 %.
                    """
            ) {
                Check.positive("ln 2 − |mean of ln(ατη)|, in blocks of ten", differences: filters.blockMargins)
                Check.positive(
                    "5 % − relative difference of the errors", differences: filters.matchedGaps.map { 0.05 - $0 })
                Check.number(
                    "share of single problems with a product from one half to two", filters.shareWithinTwo,
                    .atLeast(0.9))
            },
            Claim(
                "7-23E", equation: "Figure 7.4",
                "The point reached by early stopping lies near the one that weight decay selects.",
                method:
                    "The largest distance of any point of the trajectory from the path of weight decay, relative to $\\lVert\\mathbf w^*\\rVert$; no component can differ by more than 0.2036 of its own, so near is taken for half of that."
            ) {
                Check.number("relative distance", trajectory.largestDistance / trajectory.optimumNorm, .atMost(0.1))
            },
        ]
    }
}

extension FilterMeasurements {
    /// ln 2 minus the magnitude of the mean log product, for each block of ten problems.
    var blockMargins: [Double] {
        stride(from: 0, to: matchedProducts.count - 9, by: 10).map { start in
            let mean = matchedProducts[start..<start + 10].reduce(0) { $0 + log($1) } / 10
            return log(2) - abs(mean)
        }
    }

    /// The share of problems whose own product lies within a factor of two of 1.
    var shareWithinTwo: Double {
        Double(matchedProducts.count { (0.5...2).contains($0) }) / Double(matchedProducts.count)
    }

    /// The geometric mean of the products.
    var typicalProduct: Double {
        exp(matchedProducts.reduce(0) { $0 + log($1) } / Double(matchedProducts.count))
    }
}

extension Trajectory {
    /// ‖w*‖.
    var optimumNorm: Double { (optimum[0] * optimum[0] + optimum[1] * optimum[1]).squareRoot() }
}
