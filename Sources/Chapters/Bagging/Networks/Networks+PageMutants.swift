import Notebook

extension Networks {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-8X") { $0.changeDigits { $0.correlation = 1 } },
        Mutant("10-8X") { $0.changeDigits { $0.bestSquaredError = 0 } },
        Mutant("10-8X") { $0.changeDigits { swap(&$0.memberErrorRate, &$0.ensembleErrorRate) } },
        Mutant("10-8X") { $0.changeSmall { $0.correlation = 1 } },
        Mutant("10-8X") { $0.changeSmall { $0.gainOverBest = -1 } },
    ]
}

extension Networks.Results {
    fileprivate mutating func changeDigits(_ ensemble: (inout NetworkEnsemble) -> Void) {
        for place in networks.indices { ensemble(&networks[place]) }
    }

    fileprivate mutating func changeSmall(_ ensemble: (inout SmallNetworks.SmallEnsemble) -> Void) {
        for place in tabular[0].ensembles.indices { ensemble(&tabular[0].ensembles[place]) }
    }
}
