import LinearAlgebra
import Statistics

/// Linear regression with a known truth: y = xᵀβ + b + noise, where x is Gaussian with unit variances and the
/// correlation ρ^|j−k| between features j and k.
public struct LinearFamily: Sendable, Codable, Equatable {
    /// β.
    public let weights: [Double]
    /// b.
    public let intercept: Double
    /// ρ, in (−1, 1).
    public let correlation: Double
    /// The noise's standard deviation.
    public let noise: Double

    public init(weights: [Double], intercept: Double = 0, correlation: Double = 0, noise: Double = 1) {
        precondition(abs(correlation) < 1 && noise >= 0, "correlation \(correlation), noise \(noise)")
        self.weights = weights
        self.intercept = intercept
        self.correlation = correlation
        self.noise = noise
    }

    /// A family whose weights are normal with deviation `deviation` at `nonzero` random places and zero elsewhere.
    public static func sparse(
        features: Int, nonzero: Int, deviation: Double = 2, correlation: Double = 0, noise: Double = 1,
        using stream: inout RandomStream
    ) -> LinearFamily {
        precondition(nonzero <= features, "\(nonzero) of \(features) features")
        var weights = [Double](repeating: 0, count: features)
        for place in stream.permutation(features).prefix(nonzero) { weights[place] = deviation * stream.normal() }
        return LinearFamily(weights: weights, correlation: correlation, noise: noise)
    }

    /// `count` inputs, one a row.
    public func inputs(_ count: Int, using stream: inout RandomStream) -> Matrix {
        let features = weights.count
        var x = stream.normals(count * features)
        let fresh = (1 - correlation * correlation).squareRoot()
        if correlation != 0 {
            for i in 0..<count {
                for place in i * features + 1..<max((i + 1) * features, i * features + 1) {
                    x[place] = correlation * x[place - 1] + fresh * x[place]
                }
            }
        }
        return Matrix(rows: count, columns: features, elements: x)
    }

    /// `count` examples.
    public func sample(_ count: Int, using stream: inout RandomStream) -> RegressionData {
        let x = inputs(count, using: &stream)
        return RegressionData(inputs: x, targets: targets(for: x, using: &stream))
    }

    /// Targets with fresh noise for inputs that stay as they are.
    public func targets(for x: Matrix, using stream: inout RandomStream) -> [Double] {
        (x * weights).map { $0 + intercept + noise * stream.normal() }
    }

    /// The covariance matrix of the inputs.
    public var covariance: Matrix {
        Matrix(rows: weights.count, columns: weights.count) { i, j in
            (0..<abs(i - j)).reduce(1) { product, _ in product * correlation }
        }
    }
}

extension LinearFamily {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try container.decode([Double].self, forKey: .weights)
        let intercept = try container.decode(Double.self, forKey: .intercept)
        let correlation = try container.decode(Double.self, forKey: .correlation)
        let noise = try container.decode(Double.self, forKey: .noise)
        try decoder.check { () throws(LearningError) in
            guard abs(correlation) < 1 else {
                throw .outOfRange(setting: "Correlation", value: correlation, allowed: "between -1 and 1")
            }
            guard noise >= 0 else { throw .outOfRange(setting: "Noise", value: noise, allowed: "at least 0") }
        }
        self.init(weights: weights, intercept: intercept, correlation: correlation, noise: noise)
    }
}
