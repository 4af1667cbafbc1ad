import Notebook

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
