import Foundation
import LinearAlgebra
import LinearModels

/// Max–min and min–max of the Lagrange function of one convex problem, against its constrained minimum.
struct Saddle {
    /// max over α of min over w of L, minus the constrained minimum of J.
    let dualityGap: Double
    /// max over α of L at the constrained minimizer, minus J there.
    let maximumGap: Double
    /// From the minimizer of L at the best α to the constrained minimizer.
    let distance: Double
    /// α(Ω − k) at the constrained minimizer.
    let slackness: Double

    init(_ problem: ConstrainedProblem, _ equations: Equations) throws {
        let data = problem.data
        let solution = problem.solution.minimizer
        let value = { (w: [Double], alpha: Double) in
            equations.lagrangian(data.loss(at: w), alpha, equations.penalty(w), problem.k)
        }
        let best = try Self.highest(upTo: 10 * problem.solution.multiplier) { alpha in
            value(try problem.penalizedMinimizer(alpha), alpha)
        }
        dualityGap = best.value - data.loss(at: solution)
        maximumGap =
            (0...40).map { value(solution, 0.25 * Double($0)) }.reduce(-.infinity, max) - data.loss(at: solution)
        distance = try problem.penalizedMinimizer(best.place).subtracting(solution).norm
        slackness = problem.solution.multiplier * (equations.penalty(solution) - problem.k)
    }

    /// The highest value of a concave function between 0 and `bound`: a grid that closes in, then a parabola, because
    /// near the top the rounding of the values hides the place.
    private static func highest(
        upTo bound: Double, _ function: (Double) throws -> Double
    ) rethrows -> (place: Double, value: Double) {
        var (low, high) = (0.0, bound)
        while high - low > 1e-2 * bound {
            let (third, width) = ((high - low) / 3, high - low)
            if try function(low + third) < function(high - third) { low = high - width + third } else { high -= third }
        }
        var middle = (low + high) / 2
        for _ in 0..<40 {
            let step = 1e-5 * bound
            let (a, b, c) = (try function(middle - step), try function(middle), try function(middle + step))
            let bend = a - 2 * b + c
            let move = bend == 0 ? 0 : step * (c - a) / (2 * bend)
            middle -= move
            if abs(move) < 1e-15 * bound { break }
        }
        return (middle, try function(middle))
    }
}
