import Notebook

extension Tying {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-2X") { $0.chosen[0] = $0.separate[0].map { $0 + 1 } },
        Mutant("8-2X") { $0.pooled[$0.pooled.count - 1] = $0.separate[$0.separate.count - 1] },
        Mutant("8-2X") { $0.curves.reverse() },
    ]
}
