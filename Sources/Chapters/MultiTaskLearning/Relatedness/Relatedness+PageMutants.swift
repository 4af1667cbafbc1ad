import Learning
import Notebook

extension Relatedness {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-3X") { $0.shared[0] = $0.alone[0].map { $0 + 1 } },
        Mutant("12-3X") { $0.shared[6] = $0.alone[6] },
        Mutant("12-3X") { $0.shared[3] = $0.shared[2] },
    ]
}
