import Foundation

/// The standard normal distribution.
public enum Normal {
    /// The density at `x`.
    public static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

    /// The natural logarithm of the density of a normal with this mean and standard deviation at `x`.
    public static func logDensity(_ x: Double, mean: Double = 0, deviation: Double = 1) -> Double {
        let z = (x - mean) / deviation
        return -0.5 * z * z - log(deviation) - 0.5 * log(2 * Double.pi)
    }

    /// P(X ≤ x).
    public static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// The x below which a share `p` of the distribution lies; infinite for 0 and 1, NaN outside. The approximation 26.2.23 of Abramowitz and Stegun,
    /// then two steps of Halley's method, which leave a few units in the last place.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0 && p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        if p > 0.5 { return -quantile(1 - p) }
        var x = start(p)
        for _ in 0..<2 {
            let u = (cumulative(x) - p) / density(x)
            x -= u / (1 + 0.5 * x * u)
        }
        return x
    }

    /// A first guess for p ≤ 1/2, right to 4.5e-4.
    private static func start(_ p: Double) -> Double {
        let t = (-2 * log(p)).squareRoot()
        return -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
    }
}
