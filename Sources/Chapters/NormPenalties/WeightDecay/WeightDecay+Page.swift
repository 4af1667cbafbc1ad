import LinearAlgebra
import Notebook

extension WeightDecay: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("start-loss", results.startLoss)
        Value("end-loss", results.endLoss)
        Value("end-norm", results.endNorm)
        Value("shrink-first-gap", results.shrinkFirstGap)
        Value("shrink-first-predicted", results.shrinkFirstPredicted)
        Value("remainder-slope", results.remainderSlope)
        Value("path-steps", results.pathSteps)
        Claim(
            "2-1E", equation: "7.2",
            "Adding $\\alpha\\Omega$ to $J$ regularizes more the larger $\\alpha$ is, and not at all at $\\alpha = 0$.",
            method:
                "Ridge and lasso paths: $\\Omega$ of the minimizer may never rise with $\\alpha$, $J$ may never fall."
        ) {
            Check.error("largest step in the wrong direction", results.pathViolation, atMost: 1e-10)
        }
        Claim(
            "2-2D",
            "Minimizing $\\tilde J$ lowers $\\Omega$ and raises $J$ compared with the unpenalized minimizer; it need not lower both.",
            method: """
                Gradient descent on $\\tilde J$ from the origin. As printed: how far $\\lVert\\mathbf w\\rVert$ rises. Corrected: by how \
                much the minimizers break $\\Omega(\\hat{\\mathbf w}_\\alpha)\\le\\Omega(\\hat{\\mathbf w}_0)$ or $J(\\hat{\\mathbf w}_\\alpha)\\ge J(\\hat{\\mathbf w}_0)$.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "rise of the norm; violation by the minimizers", asPrinted: results.endNorm,
                corrected: results.minimizerViolation, tolerance: 1e-10)
        }
        Claim(
            "2-6E", equation: "7.3", "The gradient of the penalized objective is $\\alpha\\mathbf w + \\nabla J$.",
            method: "Central differences of a penalized logistic loss at random weights."
        ) {
            Check.error("relative error", results.gradientError, atMost: 1e-6)
        }
        Claim(
            "2-7E", equation: "after 7.3",
            "A step of weight decay multiplies the weights by $1-\\epsilon\\alpha$ and then follows the gradient at the old weights.",
            method:
                "Both forms of the step from the same weights; then the step with the gradient at the shrunk weights."
        ) {
            Check.error("largest difference", results.stepError, atMost: 1e-15)
            Check.error(
                "shrinking first: measured change minus $\\epsilon^2\\alpha\\mathbf{Hw}$",
                results.shrinkFirstGap - results.shrinkFirstPredicted, atMost: 1e-12)
        }
        Claim(
            "2-8E", equation: "7.4, 7.5",
            "The quadratic model has no linear term at $\\mathbf w^*$, a positive semi-definite $\\mathbf H$, and is exact for least squares.",
            method:
                "Least squares at random weights; logistic regression at distances that halve, in double precision."
        ) {
            Check.error("relative error of 7.4", results.quadraticError, atMost: 1e-12)
            Check.error("relative error of 7.5", results.quadraticGradientError, atMost: 1e-12)
            Check.number("order of the remainder", results.remainderSlope, .within(2.9...3.1))
            Check.number("lowest eigenvalue over highest", results.lowestEigenvalue, .atLeast(-1e-10))
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-1E") { $0.pathViolation = 1e-3 },
        Mutant("2-2D") { $0.endNorm = 0 },
        Mutant("2-2D") { $0.minimizerViolation = 0.1 },
        Mutant("2-6E") { $0.gradientError = 1e-3 },
        Mutant("2-7E") { $0.stepError = 1e-3 },
        Mutant("2-8E") { $0.quadraticError = 1e-3 },
        Mutant("2-8E") { $0.remainderSlope = 2 },
        Mutant("2-8E") { $0.lowestEigenvalue = -0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<WeightDecay>] = [
        Mutant("2-1E") { $0.equations.penalized = { $0 - $1 * $2 } },
        Mutant("2-6E") { $0.equations.decayGradient = { w, alpha, slope in w.scaled(by: 2 * alpha).adding(slope) } },
        Mutant("2-7E") {
            $0.equations.decayStep = { w, e, a, slope in w.scaled(by: 1 + e * a).subtracting(slope.scaled(by: e)) }
        },
        Mutant("2-8E") { $0.equations.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } },
        Mutant("2-8E") { $0.equations.quadraticGradient = { w, o, h in h * o.subtracting(w) } },
    ]
}
