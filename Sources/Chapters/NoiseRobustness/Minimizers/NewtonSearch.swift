import Foundation

/// Minimization in one variable from values of the objective alone.
enum NewtonSearch {
    /// The minimum near `start`, by Newton's method with five-point differences, which are exact for polynomials of degree 4.
    static func minimum(near start: Double, _ objective: (Double) -> Double) -> Double {
        let step = 0.05
        var x = start
        for _ in 0..<50 {
            let (a, b, c, d, e) = (
                objective(x - 2 * step), objective(x - step), objective(x), objective(x + step), objective(x + 2 * step)
            )
            let slope = (a - 8 * b + 8 * d - e) / (12 * step)
            let bend = (-a + 16 * b - 30 * c + 16 * d - e) / (12 * step * step)
            let move = slope / bend
            x -= move
            if abs(move) < 1e-14 { break }
        }
        return x
    }

    /// The limit of (1 − x(v))/v as v → 0, from two small v and Richardson's rule.
    static func rate(_ minimizer: (Double) -> Double) -> Double {
        let (large, small) = (2e-3, 1e-3)
        return 2 * (1 - minimizer(small)) / small - (1 - minimizer(large)) / large
    }
}
