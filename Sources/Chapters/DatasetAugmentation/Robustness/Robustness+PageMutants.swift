import Notebook

extension Robustness {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-6X") { $0.errors = $0.errors.map { [$0[1], $0[0]] + $0.dropFirst(2) } },
        Mutant("5-6X") { $0.errors = $0.errors.map { $0.map { $0.reversed() } } },
    ]
}
