import LinearAlgebra
import Notebook

extension LinearModels: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("linear-penalty-error", results.penaltyError)
        Value("ridge-error", results.ridgeError)
        Value("rescaled-penalty", results.rescaledPenalty)
        Value("rescaled-decay", results.rescaledDecay)
        Value("weight-penalty", results.weightPenalty)
        Value("offset-penalty", results.offsetPenalty)
        Value("weight-gradient", results.weightGradient)
        Claim(
            "6-8E",
            "For a linear network the penalty is weight decay: $\\tilde J-J=\\nu\\lVert\\mathbf w\\rVert^2$, at any $\\nu$.",
            method: """
                The noise averaged out by quadrature at $\\nu$ from 0.01 to 100; the noisy minimizer on $m$ examples against ridge \
                regression with $m\\nu\\mathbf I$; two linear layers against $\\nu\\lVert\\mathbf W_2\\mathbf W_1\\rVert^2$.
                """
        ) {
            Check.error("relative error", results.penaltyError, atMost: 1e-12)
            Check.error("distance from ridge regression", results.ridgeError, atMost: 1e-8)
            Check.error("two layers", results.deepError, atMost: 1e-10)
            Check.error("change when the layers are rescaled", results.rescaledPenalty - 1, atMost: 1e-10)
        }
        Claim(
            "6-13E", equation: "after 7.22",
            "For linear regression noise on $\\mathbf w$ adds $\\eta\\,\\mathbb E\\lVert\\mathbf x\\rVert^2$, which has no gradient; noise on the offset adds another $\\eta$.",
            method: "The noise averaged out by quadrature at several $\\mathbf w$ and $b$."
        ) {
            Check.error("error of the constant", results.weightPenaltyError, atMost: 1e-12)
            Check.error("change with the weights", results.weightGradient, atMost: 1e-12)
            Check.error("error with noise on the offset", results.offsetError, atMost: 1e-12)
        }
    }
}

extension LinearModels {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-8E") { $0.penaltyError = 0.1 },
        Mutant("6-8E") { $0.ridgeError = 0.1 },
        Mutant("6-8E") { $0.deepError = 0.1 },
        Mutant("6-8E") { $0.rescaledPenalty = 2 },
        Mutant("6-13E") { $0.weightPenaltyError = 0.1 },
        Mutant("6-13E") { $0.weightGradient = 0.1 },
        Mutant("6-13E") { $0.offsetError = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("6-8E") { $0.linearInputPenalty = { 2 * $0 * $1.dot($1) } },
        Mutant("6-13E") { $0.linearWeightPenalty = { 2 * $0 * $1 } },
        Mutant("6-13E") { $0.linearWeightPenalty = { -$0 * $1 } },
    ]
}
