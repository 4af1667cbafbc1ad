import Foundation
import Learning
import Notebook

extension PenaltyMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) -> PenaltyMeasurements {
        var stream = lab.stream("penalties")
        let uniform = { (theta: Double) in theta >= 0 && theta <= 1 ? 1.0 : 0 }
        let grid = (0...200).map { -0.5 + 0.01 * Double($0) }
        let alpha = 1.0
        let boxes = (0...7).map { pow(2, Double($0)) }
        let scores = (0...80).map { -4 + 0.1 * Double($0) }
        let hinge = { (margin: Double) in max(0, 1 - margin) }

        let keep = 0.5
        let w = [1.5, -0.4, 0.5]
        let spreads: [[Double]] = [[2, 0.7, 1], [0.5, 1.6, 1]]
        let data = spreads.map { spread in
            Matrix(rows: 25, columns: 3, elements: stream.normals(75)) * Matrix.diagonal(spread)
        }
        let penalties = data.map { equations.dropoutPenalty(w, $0, keep) }
        var error = 0.0
        for (inputs, penalty) in zip(data, penalties) {
            let targets = (inputs * [1, -1, 1]).adding(stream.normals(25))
            let averaged = averageOverMasks(inputs, targets, w, keep)
            error = max(error, abs(penalty / averaged - 1))
        }
        return PenaltyMeasurements(
            zeroShare: Double(grid.count { uniform($0) == 0 }) / Double(grid.count),
            massError: abs(simpson(from: 0, to: 1, steps: 1000, uniform) - 1), boxes: boxes,
            boundedIntegrals: boxes.map { box in
                simpson(from: -box, to: box, steps: 8000) { exp(-alpha * $0 * $0 / (1 + $0 * $0)) }
            },
            gaussianIntegrals: boxes.map { box in
                simpson(from: -box, to: box, steps: 8000) { exp(-alpha * $0 * $0) }
            },
            scores: scores, hingeSums: scores.map { exp(-hinge($0)) + exp(-hinge(-$0)) },
            logisticSums: scores.map { exp(-log1p(exp(-$0))) + exp(-log1p(exp($0))) },
            dropoutWeights: w, firstPenalty: penalties[0], secondPenalty: penalties[1], dropoutError: error,
            firstSquares: data[0].gram.diagonal, secondSquares: data[1].gram.diagonal, keep: keep)
    }

    /// What dropping inputs adds to the squared error of the scaled weights pw, averaged over every mask there is.
    private static func averageOverMasks(
        _ inputs: Matrix, _ targets: [Double], _ w: [Double], _ keep: Double
    ) -> Double {
        var added = 0.0
        for row in 0..<inputs.rows {
            let input = inputs.row(row)
            let scaled = targets[row] - keep * input.dot(w)
            added -= scaled * scaled
            for mask in 0..<(1 << w.count) {
                var probability = 1.0
                var miss = targets[row]
                for index in w.indices {
                    let isKept = mask >> index & 1 == 1
                    probability *= isKept ? keep : 1 - keep
                    if isKept { miss -= input[index] * w[index] }
                }
                added += probability * miss * miss
            }
        }
        return added
    }
}
