import Learning
import Notebook

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
