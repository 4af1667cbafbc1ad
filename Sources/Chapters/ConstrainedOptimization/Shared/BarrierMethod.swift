import Foundation
import LinearAlgebra
import LinearModels

/// Least squares under ½‖w‖² ≤ k by an interior-point method that knows neither projection nor penalty:
/// Newton's method on J(w) − μ ln(k − ½‖w‖²) while μ falls. Its objective exceeds the constrained minimum by at most μ.
struct BarrierMethod {
    let minimizer: [Double]
    /// μ/(k − ½‖w‖²), which tends to the multiplier of the constraint.
    let multiplier: Double

    /// - Throws: when a Newton system can't be factored.
    init(_ data: SquaredLoss, k: Double) throws {
        var w = [Double](repeating: 0, count: data.inputs.columns)
        var barrier = 1.0
        let hessian = data.hessian
        while barrier > 1e-10 {
            for _ in 0..<50 {
                let slack = k - w.dot(w) / 2
                let pull = barrier / slack
                let slope = data.gradient(at: w).adding(w.scaled(by: pull))
                let size = w.count
                let bend = Matrix(rows: size, columns: size) { row, column in
                    hessian[row, column] + pull / slack * w[row] * w[column] + (row == column ? pull : 0)
                }
                let step = try bend.choleskySolve(slope)
                let decrease = slope.dot(step)
                if decrease < 1e-28 { break }
                let value = { (w: [Double]) in data.loss(at: w) - barrier * log(k - w.dot(w) / 2) }
                var share = 1.0
                var next = w.subtracting(step)
                // The rounding of the objective must not hold up the last, full steps.
                while next.dot(next) / 2 >= k
                    || (decrease > 1e-12 && value(next) > value(w) - 0.1 * share * decrease)
                {
                    share /= 2
                    if share < 1e-12 { break }
                    next = w.subtracting(step.scaled(by: share))
                }
                guard next.dot(next) / 2 < k else { break }
                w = next
            }
            barrier /= 4
        }
        minimizer = w
        multiplier = 4 * barrier / (k - w.dot(w) / 2)
    }
}
