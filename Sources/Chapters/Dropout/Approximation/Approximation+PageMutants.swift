import Learning
import Notebook

extension Approximation {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-7E") { $0.geometric[1][0] = 0 },
        Mutant("11-7E") { $0.geometric[1][0] = 1 },
        Mutant("11-19X") { $0.fast = $0.arithmetic.map { $0.map { 2 * $0 } } },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-19X") { $0.sumVariance = { 2e6 * $0 * (1 - $0) * $1.dot($1) } }
    ]
}
