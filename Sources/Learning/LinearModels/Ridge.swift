import LinearAlgebra

/// Ridge regression: least squares with weight decay.
///
/// Minimizes ½ ‖Xw − y‖² + ½ α ‖w − w⁰‖² (`.sum`) or 1/(2m) ‖Xw − y‖² + ½ α ‖w − w⁰‖² (`.mean`), so that with `.sum`
/// the normal equations are (XᵀX + αI)(w − w⁰) = Xᵀ(y − Xw⁰). The intercept is never penalized.
public struct Ridge: Sendable, Codable, Equatable {
    /// α, at least 0.
    public var penalty: Double
    public var scale: LossScale
    /// w⁰, the point toward which weights are shrunk; the origin when nil.
    public var center: [Double]?
    public var fitsIntercept: Bool

    public init(
        penalty: Double, scale: LossScale = .sum, toward center: [Double]? = nil, fittingIntercept: Bool = false
    ) {
        self.penalty = penalty
        self.scale = scale
        self.center = center
        fitsIntercept = fittingIntercept
    }

    /// The minimizer for inputs `x`, one row an example, and targets `y`.
    /// - Parameter weights: how much each example's squared error counts; all 1 when nil.
    /// - Throws: `LearningError`: empty or disagreeing data, values that are not finite, a negative penalty, or
    ///   `singular` when the penalty is too small for dependent columns.
    public func fit(_ x: Matrix, _ y: [Double], weights: [Double]? = nil) throws(LearningError) -> LinearModel {
        let path = try RidgePath(
            x, y, weights: weights, scale: scale, toward: center, fittingIntercept: fitsIntercept)
        return try path.model(penalty: penalty)
    }
}
