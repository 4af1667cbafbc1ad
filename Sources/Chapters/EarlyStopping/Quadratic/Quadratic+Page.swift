import Foundation
import LinearAlgebra
import Notebook

extension Quadratic: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
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

extension Quadratic {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-13E") { $0.reachViolation = 0.1 },
        Mutant("7-14E") { $0.modelError = 0.1 },
        Mutant("7-14E") { $0.gradientError = 0.1 },
        Mutant("7-14E") { $0.recursionError = 0.1 },
        Mutant("7-15E") { $0.trajectoryError = 0.1 },
        Mutant("7-15E") { $0.divergingError = 0.1 },
        Mutant("7-16D") { $0.gapToOrigin = 0.1 },
        Mutant("7-16D") { $0.gapToOwnStart = 0.5 },
        Mutant("7-17E") { $0.decayError = 0.1 },
        Mutant("7-18D") { $0.unequalDistance = 0 },
        Mutant("7-18D") { $0.equalDistance = 1 },
        Mutant("7-22E") { $0.learningTimeError = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("7-14E") { $0.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } },
        Mutant("7-14E") { $0.quadraticGradient = { w, o, h in h * o.subtracting(w) } },
        Mutant("7-14E") { $0.contracted = { d, eta, h in d.adding((h * d).scaled(by: eta)) } },
        Mutant("7-15E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - eta * l, Double(tau - 1)) } },
        Mutant("7-15E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } },
        Mutant("7-17E") { $0.decayedShare = { l, a in 1 - a / (l + 2 * a) } },
        Mutant("7-17E") { $0.decayedShare = { l, a in 1 + a / (l + a) } },
        Mutant("7-13E") { $0.reach = { eta, travelled in eta * travelled / 2 } },
        Mutant("7-16D") { $0.learnedShare = { l, eta, tau in 1 + pow(1 - eta * l, Double(tau)) } },
        Mutant("7-22E") { $0.learningTime = { l, eta in 2 / (eta * l) } },
        Mutant("7-18D") { $0.equivalentSteps = { _, eta, a in 1 / (eta * a) } },
        Mutant("7-18D") { $0.equivalentSteps = { l, eta, a in log1p(l / a) / eta } },
    ]
}
