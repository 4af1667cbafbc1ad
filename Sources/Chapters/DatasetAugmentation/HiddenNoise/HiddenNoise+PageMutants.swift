import Notebook

extension HiddenNoise {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-7X") { $0.test[1] = $0.test[1].map { [0] + $0.dropFirst().map { $0 + 1 } } },
        Mutant("5-7X") { $0.test[1] = $0.test[1].map { $0.dropLast() + [-1] } },
    ]
}
