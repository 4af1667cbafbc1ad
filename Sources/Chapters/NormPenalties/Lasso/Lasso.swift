import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// The L1 penalty on one weight and on several (equations 7.9 to 7.11).
public struct Lasso: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question =
        "Which weights does the $L^1$ penalty set to zero, and what does it leave of the others?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weights of the random problems", in: 1...100) public var dimensions = 6
        @Parameter("problems of one weight that are searched on a grid", in: 1...10_000) public var thresholds = 200
        @Parameter("problems of many weights at equal loss", in: 2...10_000) public var dataSets = 60
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Relative error of equations 7.9 and 7.10 against sums and central differences away from zero.
        public var gradientError: Double
        public var sumError: Double
        /// Distance between minimizing jointly and weight by weight with a diagonal Hessian.
        public var separableError: Double
        /// The closed form against a grid search, and at ties.
        public var thresholdError: Double
        public var tieError: Double
        /// Random problems whose minimizers were found by search: zeros under L1, how many problems there were, in how many of
        /// them the formula agrees on whether there is a zero, and zeros under L2.
        public var zeros: Int
        public let zeroProblems: Int
        public var zerosAgreeing: Int
        public var decayZeros: Int
        /// Share of the weights for which "larger under L1" fails, as printed and under the condition.
        public var largerPrinted: Double
        public var largerCorrected: Double
        /// Both penalties on many weights at equal loss.
        public var tails: [WeightTails]
        /// Thresholded least squares against the lasso with correlated features, and with features without overlap.
        public var diagonalDistance: Double
        public var correlatedDistance: Double
        public let correlatedNorm: Double
        /// Random bowls whose minimizer has an exact zero: under L1, under L2, and how many there were.
        public var axisHits: Int
        public var axisHitsDecay: Int
        public let axisProblems: Int
        /// L1 toward a point: relative difference of both sides of the identity, as printed and without its second β.
        public var printedPointError: Double
        public var pointError: Double
    }

    private static let bowls = 400

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("lasso")
        let gradients = gradientErrors(parameters.dimensions, from: &stream)
        let thresholds = thresholdErrors(problems: parameters.thresholds, from: &stream)
        let sizes = OneWeight(from: &stream, equations: equations)
        let correlated = try thresholdedLeastSquares(from: &stream)
        let axes = try await Bowl.axisHits(of: (0..<Self.bowls).map { _ in Bowl(from: &stream) }, in: lab)
        let separable = separability(parameters.dimensions, from: &stream)
        var tails = lab.stream("tails")
        var points = lab.stream("bases")
        let point = pointErrors(from: &points)
        return Results(
            gradientError: gradients.gradient, sumError: gradients.sum, separableError: separable,
            thresholdError: thresholds.grid, tieError: thresholds.tie, zeros: sizes.zeros,
            zeroProblems: sizes.problems, zerosAgreeing: sizes.agreeing, decayZeros: sizes.decayZeros,
            largerPrinted: sizes.largerFails, largerCorrected: sizes.conditionFails,
            tails: (0..<parameters.dataSets).map { _ in WeightTails(from: &tails, equations: equations) },
            diagonalDistance: correlated.diagonal, correlatedDistance: correlated.distance,
            correlatedNorm: correlated.norm, axisHits: axes.lasso, axisHitsDecay: axes.decay,
            axisProblems: Self.bowls, printedPointError: point.printed, pointError: point.corrected)
    }

    private func gradientErrors(
        _ dimensions: Int, from stream: inout RandomStream
    ) -> (gradient: Double, sum: Double) {
        let data = SquaredLoss.random(examples: 30, dimensions: dimensions, from: &stream)
        let w = stream.normals(dimensions).map { $0 + ($0 < 0 ? -0.1 : 0.1) }
        let numeric = w.centralDifferences { w in
            data.loss(at: w) + 0.7 * w.reduce(0) { $0 + ($1 < 0 ? -$1 : $1) }
        }
        let formula = equations.lassoGradient(w, 0.7, data.gradient(at: w))
        let sum = w.reduce(0) { $0 + ($1 < 0 ? -$1 : $1) }
        return (formula.subtracting(numeric).norm / numeric.norm, abs(equations.absoluteSum(w) - sum))
    }

    private func thresholdErrors(
        problems: Int, from stream: inout RandomStream
    ) -> (grid: Double, tie: Double) {
        var worst = 0.0
        for _ in 0..<problems {
            let gamma = stream.uniform(in: 0.2..<3)
            let optimum = stream.uniform(in: -2..<2)
            let beta = stream.uniform(in: 0..<2)
            let found = OneWeight.gridMinimizer(gamma: gamma, optimum: optimum, beta: beta)
            worst = .worse(worst, abs(found - equations.threshold(optimum, beta, gamma)))
        }
        let tie = [0.5, 1, 2].map { gamma in
            max(
                abs(equations.threshold(0.75, 0.75 * gamma, gamma)),
                abs(equations.threshold(-0.75, 0.75 * gamma, gamma)))
        }
        return (worst, tie.largestMagnitude)
    }

    private func separability(
        _ dimensions: Int, from stream: inout RandomStream
    ) -> Double {
        let gammas = (0..<dimensions).map { _ in stream.uniform(in: 0.3..<2) }
        let optimum = stream.normals(dimensions)
        let hessian = Matrix.diagonal(gammas)
        var joint = [Double](repeating: 0, count: dimensions)
        for _ in 0..<2_000 {
            let moved = joint.subtracting(equations.quadraticGradient(joint, optimum, hessian).scaled(by: 0.5))
            joint = moved.map { $0 > 0.2 ? $0 - 0.2 : $0 < -0.2 ? $0 + 0.2 : 0 }
        }
        let separate = gammas.indices.map {
            OneWeight.gridMinimizer(gamma: gammas[$0], optimum: optimum[$0], beta: 0.4)
        }
        return joint.subtracting(separate).largestMagnitude
    }

    /// Lasso against thresholded least squares with features of correlation 0.8.
    private func thresholdedLeastSquares(
        from stream: inout RandomStream
    ) throws -> (distance: Double, norm: Double, diagonal: Double) {
        let parts = Matrix(rows: 60, columns: 6, elements: stream.normals(360))
        let inputs = Matrix(rows: 60, columns: 5) {
            0.8.squareRoot() * parts[$0, 0] + 0.2.squareRoot() * parts[$0, $1 + 1]
        }
        let targets = (inputs * [1, -0.5, 0, 0.5, 0]).adding(stream.normals(60))
        func distance(_ data: SquaredLoss) throws -> (distance: Double, norm: Double) {
            let lasso = ProximalDescent.minimize(data, beta: 0.3, steps: 5_000)
            let gammas = data.hessian.diagonal
            let separate = zip(try data.optimum(), gammas).map { equations.threshold($0, 0.3, $1) }
            return (lasso.subtracting(separate).norm, lasso.norm)
        }
        let correlated = try distance(SquaredLoss(inputs: inputs, targets: targets))
        // Columns without overlap: the same formula must then be right.
        let apart = Matrix(rows: 60, columns: 5) { $0 % 5 == $1 ? inputs[$0, $1] : 0 }
        let diagonal = try distance(
            SquaredLoss(inputs: apart, targets: (apart * [3, -2, 0, 2, 0.1]).adding(stream.normals(60))))
        return (correlated.distance, correlated.norm, diagonal.distance)
    }

    /// Footnote 3: β‖w − w⁰‖₁ = β Σ |wᵢ − wᵢ⁰|, printed with another β before each term.
    private func pointErrors(
        from stream: inout RandomStream
    ) -> (printed: Double, corrected: Double) {
        var worst = (printed: Double.infinity, corrected: 0.0)
        for beta in [0.3, 0.7, 2] {
            let (w, point) = (stream.normals(6), stream.normals(6))
            let penalty = beta * w.subtracting(point).reduce(0) { $0 + abs($1) }
            let sum = beta * equations.absoluteSum(w.subtracting(point))
            worst.corrected = max(worst.corrected, abs(sum / penalty - 1))
            worst.printed = min(worst.printed, abs(beta * sum / penalty - 1))
        }
        return worst
    }
}
