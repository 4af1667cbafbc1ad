import Notebook

extension Uncertainty {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-14X") { swap(&$0.fitErrors, &$0.isotropicErrors) },
        Mutant("6-14X") { $0.fitRatios[0] = 3 },
        Mutant("6-14X") { $0.matchedRatios[0] = 3 },
        Mutant("6-14X") { $0.isotropicRatios[0] = 3 },
    ]
}
