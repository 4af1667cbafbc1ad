import Notebook

extension Sampling {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-8X") { $0.maxout = $0.maxout.map { $0.scaled(1) } },
        Mutant("11-9X") { $0.everywhere = $0.everywhere.map { $0.scaled(0) } },
        Mutant("11-9X") { $0.topOnly = $0.topOnly.map { $0.scaled(1) } },
    ]
}

extension Sampled {
    /// The same network with another share under weight scaling.
    fileprivate func scaled(_ share: Double) -> Sampled {
        var copy = self
        copy.scaled = share
        return copy
    }
}
