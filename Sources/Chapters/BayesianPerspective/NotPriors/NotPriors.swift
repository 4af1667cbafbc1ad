import Foundation
import Laboratory
import LinearAlgebra

/// Priors that are zero somewhere, and penalties that can't be made priors.
public struct NotPriors: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Which penalties are not priors?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Uniform prior on a success rate: share of a wider grid where it is zero, and how far its integral is from 1.
        public var zeroShare: Double
        public var massError: Double
        /// Half-widths of the box, and the integral over it of exp(−w²/(1+w²)) and of exp(−w²).
        public let boxes: [Double]
        public var boundedIntegrals: [Double]
        public let gaussianIntegrals: [Double]
        /// exp(−loss) summed over both labels along the score: hinge and logistic.
        public let scores: [Double]
        public var hingeSums: [Double]
        public var logisticSums: [Double]
        /// Dropout's penalty at the same weights for two data sets.
        public var firstPenalty: Double
        public var secondPenalty: Double
        /// Largest relative deviation of the closed form from the average over all masks.
        public var dropoutError: Double
        /// XᵀX on the diagonal for the two data sets, for the figure, and the keep-probability.
        public let firstSquares: [Double]
        public let secondSquares: [Double]
        public let keep: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("penalties")
        let uniform = { (theta: Double) in theta >= 0 && theta <= 1 ? 1.0 : 0 }
        let grid = (0...200).map { -0.5 + 0.01 * Double($0) }
        let boxes = (0...7).map { pow(2, Double($0)) }
        let scores = (0...80).map { -4 + 0.1 * Double($0) }
        let hinge = { (margin: Double) in max(0, 1 - margin) }

        let keep = 0.5
        let w = [1.5, -0.4, 0.5]
        let data = [[2, 0.7, 1], [0.5, 1.6, 1]].map { spread in
            Matrix(rows: 25, columns: 3, elements: stream.normals(75)) * Matrix.diagonal(spread)
        }
        let penalties = data.map { equations.dropoutPenalty(w, $0, keep) }
        let errors = zip(data, penalties).map { inputs, penalty in
            let targets = (inputs * [1, -1, 1]).adding(stream.normals(25))
            return abs(penalty / Self.averageOverMasks(inputs, targets, w, keep) - 1)
        }
        return Results(
            zeroShare: Double(grid.count { uniform($0) == 0 }) / Double(grid.count),
            massError: abs(simpson(from: 0, to: 1, steps: 1000, uniform) - 1), boxes: boxes,
            boundedIntegrals: boxes.map { simpson(from: -$0, to: $0, steps: 8000) { exp(-$0 * $0 / (1 + $0 * $0)) } },
            gaussianIntegrals: boxes.map { simpson(from: -$0, to: $0, steps: 8000) { exp(-$0 * $0) } },
            scores: scores, hingeSums: scores.map { exp(-hinge($0)) + exp(-hinge(-$0)) },
            logisticSums: scores.map { exp(-log1p(exp(-$0))) + exp(-log1p(exp($0))) },
            firstPenalty: penalties[0], secondPenalty: penalties[1], dropoutError: errors.max() ?? .nan,
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
