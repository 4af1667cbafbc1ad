import Notebook

extension Sequences: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("recurrent-plain", Estimate(of: results.plainErrors))
        Value("recurrent-dropout", Estimate(of: results.dropoutErrors))
        Claim(
            "11-13X", "Dropout works with feedforward networks, restricted Boltzmann machines and recurrent networks.",
            method: """
                Test error without minus with dropout: the networks of the comparison, and recurrent networks that read digits line by \
                line, with dropout on the inputs and outputs of the recurrent layer.
                """,
            expecting: Expectation(.inconclusive, except: [.full: .contradicted])
        ) {
            Check.positive(
                "feedforward", differences: zip(results.feedforwardPlain, results.feedforwardDropout).map { $0 - $1 })
            Check.positive(
                "recurrent", differences: zip(results.plainErrors, results.dropoutErrors).map { $0 - $1 })
            Check.undecided(
                "restricted Boltzmann machine", because: "this book trains no restricted Boltzmann machine")
        }
    }
}

extension Sequences {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-13X") { $0.dropoutErrors = $0.plainErrors.map { $0 + 1 } }
    ]
}
