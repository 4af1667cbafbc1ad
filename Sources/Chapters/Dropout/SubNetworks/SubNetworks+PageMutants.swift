import Notebook

extension SubNetworks {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-22X") { swap(&$0.plainDistances, &$0.dropoutDistances) },
        Mutant("11-22X") { $0.dropoutDistances = $0.plainDistances },
        Mutant("11-22X") { $0.dropoutErrors = $0.dropoutErrors.map { _ in 0.5 } },
    ]
}
