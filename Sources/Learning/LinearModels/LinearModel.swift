/// The affine function x ↦ wᵀx + b.
public struct LinearModel: Sendable, Codable, Equatable {
    /// w, one a column of the data.
    public let weights: [Double]
    /// b.
    public let intercept: Double

    public init(weights: [Double], intercept: Double = 0) {
        self.weights = weights
        self.intercept = intercept
    }

    /// One prediction a row of `x`.
    public func predictions(for x: Matrix) -> [Double] { (x * weights).map { $0 + intercept } }

    /// The mean of the squared differences to `y`, over rows of `x`.
    public func meanSquaredError(_ x: Matrix, _ y: [Double]) -> Double {
        let residual = predictions(for: x).subtracting(y)
        return residual.dot(residual) / Double(y.count)
    }
}
