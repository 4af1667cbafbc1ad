import Notebook

extension Costs {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-12E") { $0.masks = $0.multiplications },
        Mutant("11-12E") { $0.extraInPrediction = 1 },
        Mutant("11-12E") { $0.predictionGap = 0.1 },
        Mutant("11-12E") { $0.factorError = 0.1 },
        Mutant("11-12E") { ($0.timedSteps, $0.timedPredictions) = ([2, 2.1], [1, 1.01]) },
        Mutant("11-12E") { ($0.timedSteps, $0.timedPredictions) = ([1.1, 1.11], [2, 2.1]) },
    ]
}
