import Notebook

extension Differences {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        // Networks of other learning rates whose average is better than the best of them.
        Mutant("10-13X") {
            $0.change([.rate]) { $0.bestSquaredError = 2 * $0.squaredErrors[$0.squaredErrors.count - 1] }
        },
        // Networks of all kinds that have little in common and gain as much.
        Mutant("10-13X") { results in
            results.change(Difference.allCases) { ensemble in
                ensemble.correlation = 0.5
                ensemble.bestSquaredError = 2 * ensemble.squaredErrors[ensemble.squaredErrors.count - 1]
            }
        },
    ]
}

extension Differences.Results {
    fileprivate mutating func change(
        _ differences: [Differences.Difference], _ ensemble: (inout NetworkEnsemble) -> Void
    ) {
        for kind in kinds.indices where differences.contains(kinds[kind].difference) {
            for place in kinds[kind].ensembles.indices { ensemble(&kinds[kind].ensembles[place]) }
        }
    }
}
