import Learning
import Notebook

extension Toy {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-6X") { $0.single = $0.single.map { $0 + 0.05 } },
        Mutant("12-6X") { $0.single = $0.extraOutput },
    ]
}
