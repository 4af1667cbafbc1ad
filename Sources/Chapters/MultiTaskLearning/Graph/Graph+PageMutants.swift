import Learning
import Notebook

extension Graph {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-4Q") { $0.norms[3][0] = 1e-12 },
        Mutant("12-4Q") { $0.norms[0][1] = 0 },
        Mutant("12-4Q") { $0.differenceError = 1 },
        Mutant("12-4Q") { $0.pooledError = 1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("12-4Q") { $0.slope = { 1 + $0 * $0 } },
        Mutant("12-4Q") { $0.slope = { 2 * (1 - $0 * $0) } },
        Mutant("12-4Q") { $0.pooledGradient = { $0 - $1 } },
        Mutant("12-4Q") { $0.pooledGradient = { ($0 + $1) / 2 } },
    ]
}
