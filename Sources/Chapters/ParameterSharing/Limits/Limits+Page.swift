import LinearAlgebra
import Notebook
import Plots

extension Limits: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("tie-path", Self.figure(results))
        Value("slope", results.slope)
        Value("separate-error", results.separateError)
        Value("pooled-error", results.pooledError)
        Value("shrinkage-error", results.shrinkageError)
        Claim(
            "8-1E",
            "The penalty $\\lVert\\mathbf w^{(a)}-\\mathbf w^{(b)}\\rVert_2^2$ draws two models together, from separate fits at $\\alpha\\to0$ to one pooled fit at $\\alpha\\to\\infty$.",
            method: """
                Two linear regressions solved as one linear system: derivatives of $J+\\alpha\\Omega$ there, both limits, and the \
                difference of the models along eigenvectors of a common Hessian.
                """
        ) {
            Check.error("largest derivative of $J+\\alpha\\Omega$", results.slope, atMost: 1e-6)
            Check.error("distance from the separate fits at $\\alpha=10^{-9}$", results.separateError, atMost: 1e-6)
            Check.error("distance from the pooled fit at $\\alpha=10^9$", results.pooledError, atMost: 1e-6)
            Check.error("difference against $\\lambda/(\\lambda+4\\alpha)$", results.shrinkageError, atMost: 1e-10)
            Check.error("change of the sum", results.sumError, atMost: 1e-10)
        }
    }

    /// How far the models are from each other along the tie, and where each of them goes.
    private static func figure(_ limits: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Two models under a tie of growing strength") {
            Row {
                Panel("in the plane", x: Axis("$w_1$"), y: Axis("$w_2$"), legend: .top) {
                    Line(x: limits.first.map { $0[0] }, y: limits.first.map { $0[1] }).role(.trajectory)
                    Line(x: limits.second.map { $0[0] }, y: limits.second.map { $0[1] }).role(.trajectory)
                    Points(
                        x: [limits.first[0][0], limits.second[0][0]], y: [limits.first[0][1], limits.second[0][1]]
                    ).role(.optimum).label("separate")
                    Points(x: [limits.pooled[0]], y: [limits.pooled[1]]).role(.regularized).label("pooled")
                }
                Panel("along the tie", x: Axis("tie $\\alpha$", scale: .log), y: Axis("weight $w_1$"), legend: .top) {
                    Line(x: limits.alphas, y: limits.first.map { $0[0] }).role(.series(0)).label("model a")
                    Line(x: limits.alphas, y: limits.second.map { $0[0] }).role(.series(1)).label("model b")
                    Rule(y: limits.pooled[0]).role(.muted).dash(.dotted)
                }
            }
        }
    }
}

extension Limits {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-1E") { $0.slope = 0.1 },
        Mutant("8-1E") { $0.separateError = 1e-3 },
        Mutant("8-1E") { $0.pooledError = 1e-3 },
        Mutant("8-1E") { $0.shrinkageError = 1e-3 },
        Mutant("8-1E") { $0.sumError = 1e-3 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("8-1E") { $0.tie = { Equations.chapter.tie($0, $1) / 2 } },
        Mutant("8-1E") { $0.tie = { -Equations.chapter.tie($0, $1) } },
        Mutant("8-1E") { $0.tie = { $0.adding($1).dot($0.adding($1)) } },
        Mutant("8-1E") { $0.differenceShrinkage = { $0 / ($0 + 2 * $1) } },
        Mutant("8-1E") { $0.differenceShrinkage = { $0 / ($0 - 4 * $1) } },
    ]
}
