import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Bias, variance and squared error of ridge regression on inputs that stay as they are.
public struct Trade: Experiment {
    /// The formulas that are held against matrices and redrawn targets.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What does ridge regression trade, and when does it pay?"

    public struct Parameters: Codable, Sendable {
        @Parameter("standard deviation of the noise on the targets", in: 0...1_000) public var noise =
            1.0
        @Parameter("times that the targets of the fixed inputs are drawn", in: 2...1_000_000) public
            var redraws = 4_000
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let alphas: [Double]
        public let squaredBias: [Double]
        public let variance: [Double]
        /// The squared error by the matrices themselves.
        public let error: [Double]
        /// The squared error at α = 0.
        public let errorAtZero: Double
        /// The same three from redrawn targets, at some of the α.
        public let drawnAlphas: [Double]
        public let drawnBias: [Double]
        public let drawnVariance: [Double]
        public let drawnError: [Double]
        /// Largest difference between bias² + variance and the squared error by matrices.
        public var identityError: Double
        /// Largest fall of bias² and largest rise of variance from one α to the next larger.
        public var biasFall: Double
        public var varianceRise: Double
        /// Coefficients below the limit that were tried, and at how many the error was below that of least squares.
        public let tried: Int
        public var profitable: Int
        /// One weight and many examples: the error a hundredth beyond the limit, minus that of least squares.
        public var excessBeyondLimit: Double
        /// The limit for the drawn problem, and the α of lowest error.
        public let limit: Double
        public let bestAlpha: Double
        public let bestError: Double
        /// The squared error of redrawn fits at the best α minus the closed form.
        public var redrawnError: Estimate
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("trade")
        let noise = parameters.noise
        let family = LinearFamily(
            weights: stream.normals(10).scaled(by: 0.4), correlation: 0.7, noise: noise)
        let problem = FixedDesign(
            inputs: family.inputs(30, using: &stream), weights: family.weights, noise: noise)
        let alphas = [0] + (0...40).map { pow(10, -2 + Double($0) / 10) }
        let bias = try alphas.map { try problem.squaredBias($0, equations) }
        let variance = try alphas.map { try problem.variance($0, equations) }
        let error = try alphas.map { try problem.error($0) }
        let steps = { (values: [Double]) in zip(values.dropFirst(), values).map { $0 - $1 } }
        let limit = equations.profitableLimit(family.weights, noise)

        // One weight and many examples: here the limit can't be raised.
        let tight = FixedDesign(
            inputs: Matrix(rows: 1, columns: 1, repeating: 100), weights: [1], noise: noise)
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
        let moments = drawnAlphas.indices.map { place in
            Moments(drawn.map { $0.row(place) }, around: family.weights)
        }
        return Results(
            alphas: alphas, squaredBias: bias, variance: variance, error: error, errorAtZero: error[0],
            drawnAlphas: drawnAlphas, drawnBias: moments.map(\.squaredBias),
            drawnVariance: moments.map(\.variance),
            drawnError: moments.map(\.error),
            identityError: zip(zip(bias, variance).map { $0 + $1 }, error).map { abs($0 - $1) }.max()
                ?? .nan,
            biasFall: -(steps(bias).min() ?? .nan), varianceRise: steps(variance).max() ?? .nan,
            tried: 2 * 49,
            profitable: profitable,
            excessBeyondLimit: try tight.error(1.01 * tightLimit) - tight.error(0), limit: limit,
            bestAlpha: best.0,
            bestError: best.1,
            redrawnError: Estimate(
                of: drawn.map { weights in
                    let away = weights.row(drawnAlphas.count).subtracting(family.weights)
                    return away.dot(away) - best.1
                }))
    }
}
