import Notebook

extension Surrogate {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-12X") { $0.runs.updateEach { $0.validationError.reverse() } },
        Mutant("7-12X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },

    ]
}
