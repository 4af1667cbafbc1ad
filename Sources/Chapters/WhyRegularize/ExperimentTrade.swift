import Foundation
import Learning
import Notebook

extension TradeMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> TradeMeasurements {
        var stream = lab.stream("trade")
        let noise = parameters.noise
        let family = LinearFamily(weights: stream.normals(10).scaled(by: 0.4), correlation: 0.7, noise: noise)
        let problem = FixedDesign(inputs: family.inputs(30, using: &stream), weights: family.weights, noise: noise)
        let alphas = [0] + (0...40).map { pow(10, -2 + Double($0) / 10) }
        let bias = try alphas.map { try problem.squaredBias($0, equations) }
        let variance = try alphas.map { try problem.variance($0, equations) }
        let error = try alphas.map { try problem.error($0) }
        let steps = { (values: [Double]) in zip(values.dropFirst(), values).map { $0 - $1 } }
        let limit = equations.profitableLimit(family.weights, noise)

        // One weight and many examples: here the limit can't be raised.
        let tight = FixedDesign(inputs: Matrix(rows: 1, columns: 1, repeating: 100), weights: [1], noise: noise)
        let tightLimit = equations.profitableLimit([1], noise)
        var profitable = 0
        for step in 1..<50 {
            let share = Double(step) / 50
            if try problem.error(share * limit) < problem.error(0) { profitable += 1 }
            if try tight.error(share * tightLimit) < tight.error(0) { profitable += 1 }
        }

        let best = zip(alphas, error).min { $0.1 < $1.1 } ?? (.nan, .nan)
        let drawnAlphas = [0, 0.1, 1, 10, 100]
        let path = { (stream: inout RandomStream, penalties: [Double]) in
            try RidgePath(problem.inputs, family.targets(for: problem.inputs, using: &stream))
                .weights(penalties: penalties)
        }
        let drawn = try (0..<parameters.redraws).map { _ in try path(&stream, drawnAlphas + [best.0]) }
        let moments = drawnAlphas.indices.map { place in Moments(drawn.map { $0.row(place) }, around: family.weights) }
        return TradeMeasurements(
            alphas: alphas, squaredBias: bias, variance: variance, error: error, errorAtZero: error[0],
            drawnAlphas: drawnAlphas, drawnBias: moments.map(\.squaredBias), drawnVariance: moments.map(\.variance),
            drawnError: moments.map(\.error),
            identityError: zip(zip(bias, variance).map { $0 + $1 }, error).map { abs($0 - $1) }.max() ?? .nan,
            biasFall: -(steps(bias).min() ?? .nan), varianceRise: steps(variance).max() ?? .nan, tried: 2 * 49,
            profitable: profitable,
            excessBeyondLimit: try tight.error(1.01 * tightLimit) - tight.error(0), limit: limit, bestAlpha: best.0,
            bestError: best.1,
            redrawnErrors: drawn.map { weights in
                let away = weights.row(drawnAlphas.count).subtracting(family.weights)
                return away.dot(away) - best.1
            })
    }
}
