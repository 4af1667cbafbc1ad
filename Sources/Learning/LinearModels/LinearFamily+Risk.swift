import DataSets
import LinearAlgebra

extension LinearFamily {
    /// The expected squared error of `model` on a new example, noise included: (w − β)ᵀΣ(w − β) + (b' − b)² + σ².
    public func risk(of model: LinearModel) -> Double {
        let difference = model.weights.subtracting(weights)
        let offset = model.intercept - intercept
        return difference.dot(covariance * difference) + offset * offset + noise * noise
    }
}
