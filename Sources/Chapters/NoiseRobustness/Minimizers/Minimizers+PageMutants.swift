import Notebook

extension Minimizers {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-4E") { $0.functionPower = 0 },
        Mutant("6-4E") { $0.shiftError = 1 },
        Mutant("6-5E") { $0.middlePower = 0 },
        Mutant("6-5E") { $0.valuePower = 1 },
        Mutant("6-6D") { $0.penalizedRate = $0.noisyRate },
        Mutant("6-6D") { $0.expandedRate = 1 },
        Mutant("6-6D") { $0.excess = 0 },
        Mutant("6-6D") { $0.functionGap = 0 },
        Mutant("6-6D") { $0.linearGap = 0.1 },
        Mutant("6-11D") { $0.weightPenalizedRate = $0.weightNoisyRate },
        Mutant("6-11D") { $0.weightExpandedRate = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("6-4E") { $0.minimizerShift = { $0 * ($2 + $1 * $3) } },
        Mutant("6-4E") { $0.minimizerShift = { $0 * ($2 / 2 - $1 * $3) } },
        Mutant("6-5E") { $0.inputPenalty = { $0 + 2 * $1 * $2 } },
        Mutant("6-5E") { $0.inputPenalty = { $0 - $1 * $2 } },
        Mutant("6-6D") { $0.inputNoise = { $0 + 2 * $1 * $2 + $1 * $3 } },
        Mutant("6-11D") { $0.weightNoise = { $0 - $1 * $2 + $1 * $3 } },
        // The wrong step is in the penalty itself: one that is 1.5 times as strong would be right.
        Mutant("6-11D") { $0.weightPenalty = { $0 + 1.5 * $1 * $2 } },
    ]
}
