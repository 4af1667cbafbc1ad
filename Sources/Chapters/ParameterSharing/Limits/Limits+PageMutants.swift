import Learning
import Notebook

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
