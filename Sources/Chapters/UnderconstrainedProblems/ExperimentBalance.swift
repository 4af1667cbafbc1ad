import Foundation
import Learning
import Notebook

extension BalanceMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) -> BalanceMeasurements {
        var stream = lab.stream("balance")
        let data = SeparableData(examples: 40, features: 2, margin: 0.3, from: &stream).loss
        let optima = parameters.decays.map { alpha in
            GradientDescent.minimize(from: [0, 0], stepSize: 2, until: 1e-12) { w in
                data.gradient(at: w).adding(w.scaled(by: alpha))
            }
        }
        let norms = optima.map(\.norm)
        let slopes = optima.map { slope(of: data, at: $0) }
        let deviation = { (predicted: [Double]) in
            zip(slopes, predicted).map { abs($0 / $1 - 1) }.max() ?? .nan
        }

        var w = [0.0, 0]
        var path: [[Double]] = []
        for step in 0..<20_000 {
            w = w.subtracting(data.gradient(at: w))
            if step.isMultiple(of: 1 + step / 20) { path.append(w) }
        }
        return BalanceMeasurements(
            alphas: parameters.decays, norms: norms, slopes: slopes, printedError: deviation(parameters.decays),
            correctedError: deviation(zip(parameters.decays, norms).map(equations.balancedSlope)),
            lassoError: parameters.decays.map { lassoError(data, beta: $0) }.max() ?? .nan,
            pathNorms: path.map(\.norm), pathSlopes: path.map { slope(of: data, at: $0) })
    }

    /// How fast the mean log-likelihood rises along w itself, by central differences.
    private static func slope(of data: LogisticLoss, at w: [Double]) -> Double {
        let step = 1e-4
        let along = w.scaled(by: step / w.norm)
        return (data.loss(at: w.subtracting(along)) - data.loss(at: w.adding(along))) / (2 * step)
    }

    /// Proximal gradient descent under the L1 penalty: the largest relative deviation from β of the slope that the
    /// likelihood has in the coordinate of a nonzero weight.
    private static func lassoError(_ data: LogisticLoss, beta: Double) -> Double {
        var w = [0.0, 0]
        for _ in 0..<40_000 {
            let moved = w.subtracting(data.gradient(at: w).scaled(by: 2))
            let next = moved.map { $0 > 2 * beta ? $0 - 2 * beta : $0 < -2 * beta ? $0 + 2 * beta : 0 }
            let change = next.subtracting(w).norm
            w = next
            if change < 1e-13 { break }
        }
        let step = 1e-4
        return w.indices.filter { w[$0] != 0 }.map { index in
            var (up, down) = (w, w)
            up[index] += step
            down[index] -= step
            return abs(abs(data.loss(at: down) - data.loss(at: up)) / (2 * step * beta) - 1)
        }.max() ?? .nan
    }
}
