import Foundation
import Learning
import Notebook

extension NormPenaltiesSection {
    static func basisClaims(_ bases: BasisMeasurements) -> [Claim] {
        [
            Claim(
                "2-36X", "An offset is fitted well with fewer data than a weight.",
                method: """
                    Least squares with ten weights of standard normal features: variances given the inputs, \
                    $\\sigma^2(\\mathbf X^\\top\\mathbf X)^{-1}$, a weight's (the mean of ten) over the offset's. Fewer data: at least a tenth \
                    more variance in a weight from as many.
                    """,
                expecting: .contradicted
            ) {
                for (size, ratios) in zip(bases.sizes, bases.varianceRatios) {
                    Check.positive(
                        "logarithm of the ratio at \(size) examples, less log 1.1",
                        differences: ratios.map { $0 - log(1.1) })
                }
            },
            Claim(
                "2-37E", "$L^1$ prefers solutions along the axes of the features; $L^2$ prefers no basis.",
                method: """
                    The same data with features turned by a random orthogonal matrix: how far the solution, turned back, lies from that on \
                    the features as they were, relative to it; and its exact zeros.
                    """
            ) {
                Check.error("ridge: largest distance", bases.ridgeDistance, atMost: 1e-10)
                Check.number("lasso: smallest distance", bases.lassoDistance, .above(0.01))
                Check.positive(
                    "lasso: exact zeros before minus after",
                    differences: zip(bases.zerosBefore, bases.zerosAfter).map { $0 - $1 })
            },
            Claim(
                "2-38D", equation: "footnote 3",
                "$L^1$ toward a point is $\\beta\\sum_i\\lvert w_i-w_i^{(o)}\\rvert$; the draft prints a second $\\beta$.",
                method:
                    "Both sides of the identity at random points for three values of $\\beta$, as printed and without the second factor.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "relative difference of both sides", asPrinted: bases.printedPointError,
                    corrected: bases.pointError, tolerance: 1e-12)
            },
        ]
    }
}
