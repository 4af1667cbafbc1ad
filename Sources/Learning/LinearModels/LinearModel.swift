import LinearAlgebra

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
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func predictions(for x: Matrix) throws(LearningError) -> [Double] {
        try x.requireFeatures(weights.count, of: "the model")
        return (x * weights).map { $0 + intercept }
    }

    /// The mean of the squared differences to `y`, over rows of `x`.
    /// - Throws: as `predictions`, and for targets that disagree or are not finite.
    public func meanSquaredError(_ x: Matrix, _ y: [Double]) throws(LearningError) -> Double {
        guard y.count == x.rows else { throw .sizesDisagree(what: "Examples", x.rows, other: "targets", y.count) }
        guard !y.isEmpty else { throw .empty(what: "examples") }
        try y.requireFinite("Target")
        let residual = try predictions(for: x).subtracting(y)
        return residual.dot(residual) / Double(y.count)
    }
}

extension LinearModel {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try container.decode([Double].self, forKey: .weights)
        let intercept = try container.decode(Double.self, forKey: .intercept)
        try decoder.check { () throws(LearningError) in
            try weights.requireFinite("Weight")
            try [intercept].requireFinite("Intercept")
        }
        self.init(weights: weights, intercept: intercept)
    }
}
