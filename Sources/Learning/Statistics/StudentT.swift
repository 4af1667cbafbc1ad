import Foundation

/// Student's t distribution.
public struct StudentT: Sendable {
    public let degreesOfFreedom: Double

    /// - Parameter degreesOfFreedom: above zero.
    public init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// P(T ≤ t).
    public func cumulative(_ t: Double) -> Double {
        let nu = degreesOfFreedom
        let tail = 0.5 * regularizedIncompleteBeta(nu / (nu + t * t), nu / 2, 0.5)
        return t < 0 ? tail : 1 - tail
    }

    /// The t below which a share `p` of the distribution lies, 0 < p < 1; by bisection to the last bits.
    public func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "quantile \(p)")
        if p < 0.5 { return -quantile(1 - p) }
        var low = 0.0
        var high = 1.0
        while cumulative(high) < p { high *= 2 }
        for _ in 0..<200 {
            let middle = 0.5 * (low + high)
            if middle == low || middle == high { break }
            if cumulative(middle) < p { low = middle } else { high = middle }
        }
        return 0.5 * (low + high)
    }
}

/// The regularized incomplete beta function I_x(a, b), by Lentz's continued fraction (Numerical Recipes §6.4).
func regularizedIncompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x > (a + 1) / (a + b + 2) { return 1 - front * betaFraction(1 - x, b, a) / b }
    return front * betaFraction(x, a, b) / a
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    for step in 1...10_000 {
        let m = Double(step)
        for numerator in [
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ] {
            d = 1 + numerator * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + numerator / c
            if abs(c) < tiny { c = tiny }
            value *= c * d
        }
        if abs(c * d - 1) < 1e-15 { break }
    }
    return value
}
