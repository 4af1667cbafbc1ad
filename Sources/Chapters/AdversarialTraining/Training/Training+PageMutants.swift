import Notebook

extension Training {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-3X") { $0.arms.exchange(.network, .networkAdversarial) },
        Mutant("13-3X") { results in
            let plain = results.arms[.network]
            results.arms.change(.networkAdversarial) { $0.cleanError = plain[0].cleanError }
        },
        Mutant("13-7X") { $0.arms.exchange(.network, .networkAdversarial) },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.slopeNorm = 100 } },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.searchErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.searchCosts = [100, 100] } },
        Mutant("13-7X") { $0.arms.exchange(.networkNoise, .networkAdversarial) },
        // A network whose gradient hides: one step finds nothing, a search finds everything.
        Mutant("13-7X") { results in
            results.arms.change(.networkAdversarial) { replicate in
                replicate.searchErrors = replicate.errors.map { _ in 1 }
                replicate.errors = replicate.errors.map { _ in 0 }
            }
        },
    ]
}
