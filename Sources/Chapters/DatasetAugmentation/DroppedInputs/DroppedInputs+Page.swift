import Notebook

extension DroppedInputs: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("moment-error", results.covarianceError)
        Value("layer-error", results.layerError)
        Claim(
            "5-8E", "Dropout constructs new inputs by multiplying with noise of mean 1 and variance $(1-p)/p$.",
            method: """
                Mean and covariance over all masks of eight inputs; a network with dropout against the same network on multiplied \
                inputs; squares of the normal factors that share these moments.
                """
        ) {
            Check.error("mean of the new inputs minus the old ones", results.meanError, atMost: 1e-12)
            Check.error(
                "their covariance minus $\\frac{1-p}{p}\\operatorname{diag}(\\mathbf x)^2$", results.covarianceError,
                atMost: 1e-12)
            Check.error("dropout minus multiplied inputs", results.layerError, atMost: 1e-12)
            Check.mean(
                "normal factors: squared deviation over $(1-p)/p$", of: results.gaussianSquares, equals: 1)
        }
    }
}

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
