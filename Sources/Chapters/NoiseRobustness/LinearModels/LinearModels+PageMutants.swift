import Learning
import Notebook

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
