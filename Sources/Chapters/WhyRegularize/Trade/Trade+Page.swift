import Notebook
import Plots

extension Trade: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("trade", Self.figure(results))
        Value("error-at-zero", results.errorAtZero)
        Value("best-alpha", results.bestAlpha)
        Value("best-error", results.bestError)
        Value("limit", results.limit)
        Value("identity-error", results.identityError)
        Claim(
            "0-2E",
            "Regularizing an estimator trades bias for variance; ridge regression gains for every $0<\\alpha<2\\sigma^2/\\lVert\\boldsymbol\\beta\\rVert^2$.",
            method: """
                Fixed inputs: bias and variance from the eigenvalues of $\\mathbf X^\\top\\mathbf X$, the squared error from the \
                matrices themselves and from redrawn targets.
                """
        ) {
            Check.error("bias² + variance minus squared error", results.identityError, atMost: 1e-10)
            Check.number("largest fall of bias² as α grows", results.biasFall, .atMost(0))
            Check.number("largest rise of variance as α grows", results.varianceRise, .atMost(0))
            Check.all("coefficients below the limit that lower the error", results.profitable, of: results.tried)
            Check.number(
                "excess error just beyond the limit, one weight", results.excessBeyondLimit, .above(0))
            Check.mean("redrawn squared error minus closed form", results.redrawnError, equals: 0)
        }
    }

    private static func figure(_ trade: Results) -> Figure {
        let alphas = Array(trade.alphas.dropFirst())
        let drawn = Array(trade.drawnAlphas.dropFirst())
        return Figure(width: 420, height: 210, title: "Bias against variance") {
            Panel(
                x: Axis("weight decay $\\alpha$", in: 0.01...100, scale: .log),
                y: Axis("squared error of the weights", including: [0]), legend: .top
            ) {
                Line(x: alphas, y: Array(trade.squaredBias.dropFirst())).role(.series(1)).label(
                    "squared bias")
                Points(x: drawn, y: Array(trade.drawnBias.dropFirst())).role(.series(1))
                Line(x: alphas, y: Array(trade.variance.dropFirst())).role(.series(2)).label("variance")
                Points(x: drawn, y: Array(trade.drawnVariance.dropFirst())).role(.series(2))
                Line(x: alphas, y: Array(trade.error.dropFirst())).role(.ink).label("their sum")
                Points(x: drawn, y: Array(trade.drawnError.dropFirst())).role(.ink)
                Rule(x: trade.limit).role(.muted).label("$2\\sigma^2/\\lVert\\beta\\rVert^2$")
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("0-2E") { $0.identityError = 0.1 },
        Mutant("0-2E") { $0.biasFall = 0.1 },
        Mutant("0-2E") { $0.varianceRise = 0.1 },
        Mutant("0-2E") { $0.profitable -= 1 },
        Mutant("0-2E") { $0.excessBeyondLimit = -1e-9 },
        Mutant("0-2E") { $0.redrawnError = Estimate(of: [1, 1.1, 0.9]) },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Trade>] = [
        Mutant("0-2E") { $0.equations.squaredBias = { 2 * Equations.chapter.squaredBias($0, $1, $2) } },
        Mutant("0-2E") { $0.equations.squaredBias = { -Equations.chapter.squaredBias($0, $1, $2) } },
        Mutant("0-2E") { $0.equations.variance = { 2 * Equations.chapter.variance($0, $1, $2) } },
        Mutant("0-2E") { $0.equations.variance = { -Equations.chapter.variance($0, $1, $2) } },
        Mutant("0-2E") { $0.equations.profitableLimit = { 2 * Equations.chapter.profitableLimit($0, $1) } },
        Mutant("0-2E") { $0.equations.profitableLimit = { Equations.chapter.profitableLimit($0, $1) / 2 } },
    ]
}
