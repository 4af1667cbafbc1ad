import Notebook

extension Monitoring {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-4X") { $0.identical[0] = false },
        Mutant("7-4X") { $0.overhead = 2 },
        Mutant("7-4X") { $0.timedOverheads = [2, 2.1] },

    ]
}
