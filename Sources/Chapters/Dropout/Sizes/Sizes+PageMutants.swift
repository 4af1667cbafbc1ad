import Notebook

extension Sizes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-15X") { $0.plainErrors[$0.sizes.count - 1] = $0.plainErrors[0] },
        Mutant("11-16X") { $0.dropoutErrors[0] = $0.plainErrors[0].map { $0 + 0.5 } },
        Mutant("11-26X") { $0.featureErrors = $0.featureErrors.map { $0 - 0.2 } },
        Mutant("11-26X") { $0.featureErrors = $0.dropoutErrors[0] },
    ]
}
