import Notebook

extension Equivariance {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-5E") { $0.ringError = 0.1 },
        Mutant("8-5E") { $0.interiorError = 0.1 },
        Mutant("8-5E") { $0.borderError = 0 },
        Mutant("8-5E") { $0.localError = 0 },
        Mutant("8-5E") { $0.changedAnswers = [0, 0] },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("8-5E") { $0.movedPlace = { $0 - $1 } },
        Mutant("8-5E") { $0.movedPlace = { $0 + 2 * $1 } },
    ]
}
