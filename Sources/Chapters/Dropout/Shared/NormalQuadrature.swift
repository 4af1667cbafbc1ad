import Foundation

/// Means under a normal distribution by an even grid of 41 points, which is exact to many digits for smooth functions.
enum NormalQuadrature {
    private static let places = (-20...20).map { 0.3 * Double($0) }
    private static let weights: [Double] = {
        let densities = places.map { exp(-0.5 * $0 * $0) }
        let total = densities.reduce(0, +)
        return densities.map { $0 / total }
    }()

    static func mean(_ mean: Double, variance: Double, of function: (Double) -> Double) -> Double {
        let deviation = max(variance, 0).squareRoot()
        var sum = 0.0
        for (place, weight) in zip(places, weights) { sum += weight * function(mean + deviation * place) }
        return sum
    }
}

/// 1 / (1 + e⁻ᶻ).
func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

/// log(1 + eᶻ), without overflow.
func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
