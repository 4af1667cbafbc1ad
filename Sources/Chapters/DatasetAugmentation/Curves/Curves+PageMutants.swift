import Notebook

extension Curves {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-1X") { $0.errors[0] = $0.errors[0].map { $0.reversed() } },
        Mutant("5-1X") { $0.errors[0].updateEach { $0[2] = $0[1] } },
    ]
}
