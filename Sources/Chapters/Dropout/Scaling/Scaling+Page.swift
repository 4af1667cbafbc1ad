import LinearAlgebra
import Notebook

extension Scaling: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("scaling-inputs", results.inputs)
        Value("scaling-classes", results.classes)
        Value("scaling-problems", results.problems)
        Value("half-error", results.halfError)
        Value("halved-offset-gap", results.halvedOffsetGap)
        Value("arithmetic-gap", results.arithmeticGap)
        Value("even-root-gap", results.evenRootGap)
        Value("weighted-error", results.weightedError)
        Value("row-gap", results.rowGap)
        Value("gaussian-error", results.gaussianError)
        Value("unequal-gap", results.unequalGap)
        Value("deep-error", results.deepError)
        Value("tied-gap", results.tiedGap)
        Value("rectified-gap", results.rectifiedGap)
        Value("linear-regression-error", results.linearRegressionError)
        Self.claims(results)
    }

    @PageBuilder
    private static func claims(_ results: Results) -> [PageElement] {
        Claim(
            "11-3E", equation: "7.30",
            "For softmax regression the renormalized geometric mean over all $2^n$ sub-models is the softmax of $\\tfrac12\\mathbf W^\\top\\mathbf v+\\mathbf b$.",
            method: """
                All \(1 << results.inputs) masks of \(results.inputs) inputs, \(results.classes) classes, \(results.problems) \
                random problems: the largest difference of a probability. The offset is not halved, and the arithmetic mean is \
                a different ensemble.
                """
        ) {
            Check.error("difference of a probability", results.halfError, atMost: 1e-12)
            Check.number("difference with the offset halved", results.halvedOffsetGap, .atLeast(0.01))
            Check.number("difference from the arithmetic mean", results.arithmeticGap, .atLeast(0.01))
        }
        Claim(
            "11-4D", equation: "7.30",
            "Its derivation: a column $\\mathbf W_{:,y}$ and a number $b_y$, not a row and a vector; and ½ and the $2^n$-th root belong to keep-probability ½ alone.",
            method: """
                Square $\\mathbf W$, where rows exist too, as printed and with columns. Keep-probability 0.8: the $2^n$-th root as \
                printed and the mean weighted by the masks' probabilities, each against $0.8\\mathbf W$.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "difference of a probability: rows; columns", asPrinted: results.rowGap,
                corrected: results.columnError, tolerance: 1e-12)
            Check.erratum(
                "keep-probability 0.8: even root; weighted mean", asPrinted: results.evenRootGap,
                corrected: results.weightedError, tolerance: 1e-12)
        }
        Claim(
            "11-5E", "The rule is exact for regression with normal outputs of one variance.",
            method: """
                The renormalized product of all members' densities on a grid: its mean and variance against the scaled model. As a \
                control members of two variances.
                """
        ) {
            Check.error("largest difference of mean or variance", results.gaussianError, atMost: 1e-10)
            Check.number("difference of the mean with two variances", results.unequalGap, .atLeast(0.01))
        }
        Claim(
            "11-24D",
            "The rule is exact for regression networks with normal outputs; they must have no nonlinear hidden layer.",
            method: """
                \(results.problems) networks of four inputs and three hidden units, all masks on both: the members' mean against the scaled \
                network. As printed the sentence admits rectified hidden units; corrected, linear ones alone.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "difference of the output: rectified hidden units; linear ones", asPrinted: results.rectifiedGap,
                corrected: results.linearRegressionError, tolerance: 1e-12)
        }
        Claim(
            "11-6E", "The rule is exact for deep networks without nonlinearities.",
            method:
                "Softmax over two linear layers, masks on inputs and hidden units, all of them. As a control one mask for both layers."
        ) {
            Check.error("difference of a probability", results.deepError, atMost: 1e-12)
            Check.number("difference with one mask for both", results.tiedGap, .atLeast(0.01))
        }
    }
}

extension Scaling {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-3E") { $0.halfError = 0.1 },
        Mutant("11-3E") { $0.halvedOffsetGap = 0 },
        Mutant("11-3E") { $0.arithmeticGap = 0 },
        Mutant("11-4D") { $0.columnError = 0.1 },
        Mutant("11-4D") { $0.weightedError = 0.1 },
        Mutant("11-4D") {
            $0.rowGap = 0
            $0.evenRootGap = 0
        },
        Mutant("11-5E") { $0.gaussianError = 0.1 },
        Mutant("11-5E") { $0.unequalGap = 0 },
        Mutant("11-6E") { $0.deepError = 0.1 },
        Mutant("11-6E") { $0.tiedGap = 0 },
        Mutant("11-24D") { $0.rectifiedGap = 0 },
        Mutant("11-24D") { $0.linearRegressionError = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-3E") { $0.subModel = { $0.transposedTimes(zip($2, $3).map { $0 * $1 }).subtracting($1) } },
        Mutant("11-3E") { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { 2 * $0 }) } },
        Mutant("11-3E") { $0.scaled = { $0.transposedTimes($3).adding($1).scaled(by: $2) } },
        Mutant("11-4D") { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { -$0 }) } },
        Mutant("11-4D") { $0.scaled = { $0.transposedTimes($3).scaled(by: 1 - $2).adding($1) } },
        Mutant("11-5E") { $0.scaled = { $0.transposedTimes($3).scaled(by: 2 * $2).adding($1) } },
        Mutant("11-6E") { $0.subModel = { w, b, _, v in w.transposedTimes(v).adding(b) } },
        Mutant("11-6E") { $0.scaled = { $0.transposedTimes($3).scaled(by: $2 / 2).adding($1) } },
        Mutant("11-24D") { $0.scaled = { $0.transposedTimes($3).scaled(by: 1.5 * $2).adding($1) } },
    ]
}
