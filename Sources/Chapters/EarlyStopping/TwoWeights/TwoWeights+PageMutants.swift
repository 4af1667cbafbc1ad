import Notebook

extension TwoWeights {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-23E") { $0.largestDistance *= 2 },
        Mutant("7-23E") { $0.largestDistance = 1 },
    ]
}
