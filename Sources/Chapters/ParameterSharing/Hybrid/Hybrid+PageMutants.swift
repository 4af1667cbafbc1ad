import Notebook

extension Hybrid {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-3X") { $0.tied[1] = $0.tied[1].map { $0 + 0.2 } },
        Mutant("8-3X") { $0.tied[1] = $0.discriminative[1] },
        Mutant("8-3X") { $0.tied[$0.tied.count - 1] = $0.tied[$0.tied.count - 1].map { $0 - 0.2 } },
    ]
}
