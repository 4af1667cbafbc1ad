import Notebook

extension DroppedInputs {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-8E") { $0.meanError = 0.1 },
        Mutant("5-8E") { $0.covarianceError = 0.1 },
        Mutant("5-8E") { $0.layerError = 0.1 },
        Mutant("5-8E") { $0.gaussianSquares = [2, 2.1, 1.9] },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("5-8E") { $0.dropoutVariance = { 1 - $0 } },
        Mutant("5-8E") { $0.dropoutVariance = { 2 * (1 - $0) / $0 } },
        Mutant("5-8E") { $0.dropped = { x, mask, _ in x * mask } },
        Mutant("5-8E") { $0.dropped = { x, mask, keep in x * (1 - mask) / keep } },
    ]
}
