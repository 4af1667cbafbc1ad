import Learning
import Notebook

extension LinearFunctions {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-5D") { $0.boxMiss = 0.1 },
        Mutant("13-5D") { $0.printedMiss = 0 },
        Mutant("13-6E") { $0.signedReaches = $0.randomReaches },
        Mutant("13-6E") { $0.randomReaches = $0.signedReaches },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("13-5D") { $0.reach = { 2 * $0 * $1.sumOfMagnitudes } },
        Mutant("13-5D") { $0.reach = { $0 * $1.norm } },
        Mutant("13-5D") { $0.printedReach = { $0 * $1.sumOfMagnitudes } },
        Mutant("13-6E") { $0.reach = { $0 * $1.norm } },
        Mutant("13-6E") { $0.reach = { -$0 * $1.sumOfMagnitudes } },
    ]
}
