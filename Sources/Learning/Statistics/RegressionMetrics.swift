import LinearAlgebra

/// How well predictions of numbers fit.
extension [Double] {
    /// The coefficient of determination R²: 1 less the squared error as a share of the variation of `truth` about its mean.
    /// Below 0 it is worse than that mean.
    /// - Throws: `LearningError` for sizes that disagree, values that are not finite, and a truth that doesn't vary.
    public func rSquared(against truth: [Double]) throws(LearningError) -> Double {
        guard count == truth.count else {
            throw .sizesDisagree(what: "Predictions", count, other: "true values", truth.count)
        }
        guard count > 1 else { throw .tooFew(what: "examples", count: count, needed: 2) }
        try requireFinite("Prediction")
        try truth.requireFinite("True value")
        let centred = Matrix(rows: truth.count, columns: 1, elements: truth).centred().matrix.elements
        guard centred.largestMagnitude > 0 else {
            throw .outOfRange(setting: "Variation of the true values", value: 0, allowed: "above 0")
        }
        let unit = centred.largestMagnitude.powerOfTwo
        let residual = truth.subtracting(self).map { $0 / unit }
        let variation = centred.map { $0 / unit }
        return 1 - residual.dot(residual) / variation.dot(variation)
    }
}
