import LinearAlgebra
import Notebook

extension Singular: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("wide-examples", results.examples)
        Value("wide-features", results.features)
        Value("lost-directions", results.lostDirections)
        Value("component-error", results.componentError)
        Value("solved-anyway", results.solvedAnyway)
        Value("constant-condition", results.constantCondition)
        Claim(
            "4-1D",
            "Principal components and least squares do not depend on inverting $\\mathbf X^\\top\\mathbf X$; the normal equations and whitening do.",
            method: """
                Random wide matrices, for which $\\mathbf X^\\top\\mathbf X$ has no inverse. As printed: the share of them for which the \
                first component and a least-squares fit are found nonetheless. Corrected: $1-\\lvert\\cos\\rvert$ between components by \
                SVD and by power iteration, neither of which inverts anything.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "share solved without an inverse; disagreement of the components",
                asPrinted: Double(results.solvedAnyway) / Double(parameters.problems),
                corrected: results.componentError,
                tolerance: 1e-8)
        }
        Claim(
            "4-2D",
            "$\\mathbf X^\\top\\mathbf X$ is singular if there are fewer examples than features, or if *centred* data have no variance in some direction.",
            method: """
                Random wide matrices. A column of ones, whose variance is zero: the lowest eigenvalue of \
                $\\mathbf X^\\top\\mathbf X$ over the highest, as the data are (printed) and centred (corrected).
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "lowest eigenvalue over highest", asPrinted: results.constantLowest, corrected: results.centredLowest,
                tolerance: 1e-12)
            Check.number("rank minus examples, wide data", Double(results.excessRank), .atMost(0))
            Check.error("lowest eigenvalue over highest, wide data", results.wideLowest, atMost: 1e-12)
        }
        Claim(
            "4-3E",
            "$\\mathbf X^\\top\\mathbf X+\\alpha\\mathbf I$ is invertible for every $\\alpha>0$: its lowest eigenvalue is at least $\\alpha$.",
            method: "Random matrices with fewer rows than columns, four coefficients from $10^{-6}$ to $10^3$."
        ) {
            Check.number("shortfall of the lowest eigenvalue over the highest", results.shortfall, .atMost(1e-13))
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("4-1D") { $0.solvedAnyway = 0 },
        Mutant("4-1D") { $0.componentError = 0.1 },
        Mutant("4-2D") { $0.constantLowest = 0 },
        Mutant("4-2D") { $0.centredLowest = 0.1 },
        Mutant("4-2D") { $0.excessRank = 1 },
        Mutant("4-2D") { $0.wideLowest = 0.1 },
        Mutant("4-3E") { $0.shortfall = 1e-3 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Singular>] = [
        Mutant("4-3E") { $0.equations.regularizedGram = { x, alpha in x.gram.addingToDiagonal(alpha / 2) } },
        Mutant("4-3E") { $0.equations.regularizedGram = { x, alpha in x.gram.addingToDiagonal(-alpha) } },
    ]
}
