import Notebook

extension Quadratic: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("identity-problems", parameters.problems)
        Value("trajectory-error", results.trajectoryError)
        Value("tau-lowest", results.lowestSteps)
        Value("tau-highest", results.highestSteps)
        Value("unequal-distance", results.unequalDistance)
        Value("equal-distance", results.equalDistance)
        Value("start-gap-own", results.gapToOwnStart)
        Value("start-gap-origin", results.gapToOrigin)
        Value("learning-time-error", results.learningTimeError)
        Self.claims(results)
    }

    @PageBuilder
    private static func claims(_ results: Results) -> [PageElement] {
        Claim(
            "7-13E",
            "With bounded gradients, $\\tau$ steps of size $\\eta$ reach no farther than $\\eta\\tau$ times the bound.",
            method:
                "Distance from the start against $\\eta$ times the summed gradient norms, at every step of random problems."
        ) {
            Check.error("largest excess", results.reachViolation, atMost: 1e-12)
        }
        Claim(
            "7-14E", equation: "7.23, 7.24, 7.25",
            "The quadratic model, its gradient, and the contraction of the distance to $\\mathbf w^*$ by each step.",
            method: "Least squares at random weights, loss and gradient computed from the data."
        ) {
            Check.error("relative error of 7.23", results.modelError, atMost: 1e-12)
            Check.error("relative error of 7.24", results.gradientError, atMost: 1e-12)
            Check.error("relative error of 7.25", results.recursionError, atMost: 1e-12)
        }
        Claim(
            "7-15E", equation: "7.26",
            "From the origin, $\\tau$ steps learn the share $1-(1-\\eta\\lambda_i)^\\tau$ of each component.",
            method:
                "Gradient descent on random quadratic objectives, at each of 200 steps; and a component that diverges, to which the formula applies as well."
        ) {
            Check.error("largest deviation", results.trajectoryError, atMost: 1e-10)
            Check.error("relative deviation where it diverges", results.divergingError, atMost: 1e-10)
        }
        Claim(
            "7-16D", equation: "footnote 9",
            "From another start the stopped solution resembles weight decay toward that start, not toward the origin.",
            method:
                "Gradient descent from a random start; distances to decay toward the origin and toward the start, $\\alpha=1/(\\eta\\tau)$, relative to the distance between start and origin.",
            expecting: .erratum
        ) {
            Check.error("the trajectory's formula", results.startFormulaError, atMost: 1e-10)
            Check.erratum(
                "distance to decay toward the origin; toward the start", asPrinted: results.gapToOrigin,
                corrected: results.gapToOwnStart, tolerance: 0.2)
        }
        Claim(
            "7-17E", equation: "7.27",
            "Weight decay can be written $\\mathbf I-(\\boldsymbol\\Lambda+\\alpha\\mathbf I)^{-1}\\alpha$ in the eigenbasis.",
            method: "Against minimizers under weight decay that gradient descent found."
        ) {
            Check.error("largest deviation", results.decayError, atMost: 1e-10)
        }
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
                asPrinted: results.unequalDistance, corrected: results.equalDistance, tolerance: 1e-6)
        }
        Claim(
            "7-22E", "Directions of large curvature are learned first.",
            method:
                "The step at which gradient descent has learned 63 % of a component, against $1/(\\eta\\lambda)$, for $\\eta\\lambda\\le0.02$."
        ) {
            Check.error("largest relative deviation", results.learningTimeError, atMost: 0.011)
        }
    }
}
