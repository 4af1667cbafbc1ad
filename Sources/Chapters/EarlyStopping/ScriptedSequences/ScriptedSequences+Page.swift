import Notebook

extension ScriptedSequences: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("scripted-sequences", results.sequences)
        Value("worsening-share", Double(results.stopsOtherThanWorsening) / Double(results.sequences))
        Claim(
            "7-3E", equation: "Algorithm 7.1",
            "Early stopping returns the best parameters seen so far and stops after $p$ evaluations in a row without improvement.",
            method: """
                Random sequences of validation errors, with ties and undefined values, against the definition applied to the whole \
                sequence. The initial parameters are never evaluated; a dip beyond the patience is not found.
                """
        ) {
            Check.all(
                "sequences that returned the first minimum of what was seen", results.rightReturns,
                of: results.sequences)
            Check.all(
                "sequences that stopped after exactly $p$ failures", results.rightStops, of: results.sequences)
            Check.all("of them irregular, counted as failures", results.irregularRight, of: results.irregular)
        }
        Claim(
            "7-27D", equation: "Algorithm 7.1",
            "Patience counts failures to beat the lowest error, even while the error falls; the draft says how often it worsens.",
            method: """
                \(results.sequences) random sequences of errors: the share in which the algorithm stops elsewhere than after so many \
                worsenings in a row (as printed) and than after so many failures in a row (corrected).
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "share of sequences that stop elsewhere: worsenings; failures",
                asPrinted: Double(results.stopsOtherThanWorsening) / Double(results.sequences),
                corrected: Double(results.stopsOtherThanFailing) / Double(results.sequences), tolerance: 0)
        }
    }
}

extension ScriptedSequences {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-3E") { $0.rightReturns -= 1 },
        Mutant("7-3E") { $0.rightStops -= 1 },
        Mutant("7-3E") { $0.irregularRight -= 1 },
        Mutant("7-27D") { $0.stopsOtherThanWorsening = 0 },
        Mutant("7-27D") { $0.stopsOtherThanFailing = 1 },
    ]
}
