import Learning
import Notebook

extension Pooling {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-1X") { $0.errors = $0.errors.map { $0.reversed() } },
        Mutant("12-1X") { $0.errors = $0.errors.map { $0.map { _ in 1 } } },
        Mutant("12-1X") { $0.shuffled = $0.errors.map { $0.last ?? .nan } },
    ]
}
