import Foundation
import Learning
import Notebook

/// Rotated features, other points to shrink toward, and what decides how far a weight shrinks.
public struct BasisMeasurements: Codable, Sendable {
    /// Features turned by random orthogonal matrices: how far the fit, turned back, lies from that on the features as they
    /// were, relative to it; by ridge the largest, by the lasso the smallest of all data sets.
    public var ridgeDistance: Double
    public var lassoDistance: Double
    /// Exact zeros of the lasso before and after.
    public var zerosBefore: [Double]
    public var zerosAfter: [Double]
    /// L1 toward a point: relative difference of both sides of the identity, as printed and without its second β.
    public var printedPointError: Double
    public var pointError: Double
    /// Orthogonal features: shares of pairs that the covariance with the target, and the variance, put in the wrong order.
    public var covarianceDisorder: Double
    public var varianceDisorder: Double
    /// For each number of examples the logarithm of the mean variance of a weight over that of the offset, one entry a data set.
    public let sizes: [Int]
    public var varianceRatios: [[Double]]

    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) async throws -> BasisMeasurements {
        let rotations = try await lab.map("rotated features", over: Array(0..<parameters.replicates)) {
            replicate, lab in
            var stream = lab.stream("rotations", replicate)
            return try Rotation(from: &stream)
        }
        let items = [15, 30, 100].map { VarianceItem(examples: $0, dataSets: parameters.dataSets) }
        let ratios = try await lab.map("variances of parameters", over: items) { item, lab in
            try (0..<item.dataSets).map { try item.ratio(lab.stream("variances \(item.examples)", $0)) }
        }
        var stream = lab.stream("bases")
        let points = pointErrors(from: &stream, equations: equations)
        let order = try disorder(from: &stream)
        return BasisMeasurements(
            ridgeDistance: rotations.map(\.ridge).max() ?? .nan, lassoDistance: rotations.map(\.lasso).min() ?? .nan,
            zerosBefore: rotations.map(\.before), zerosAfter: rotations.map(\.after),
            printedPointError: points.printed, pointError: points.corrected,
            covarianceDisorder: order.covariance, varianceDisorder: order.variance, sizes: items.map(\.examples),
            varianceRatios: ratios)
    }

    /// Footnote 3: β‖w − w⁰‖₁ = β Σ |wᵢ − wᵢ⁰|, printed with another β before each term.
    private static func pointErrors(
        from stream: inout RandomStream, equations: Equations
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

    /// Twelve orthogonal features of random variances and random covariances with the target.
    private static func disorder(from stream: inout RandomStream) throws -> (covariance: Double, variance: Double) {
        let examples = 40
        let alpha = 16.0
        let basis = try Matrix(rows: examples, columns: examples, elements: stream.normals(examples * examples)).gram
            .symmetricEigen().vectors
        let deviations = (0..<12).map { _ in stream.uniform(in: 0.3..<2) }
        let inputs = Matrix(rows: examples, columns: 12) {
            Double(examples).squareRoot() * deviations[$1] * basis[$0, $1]
        }
        let targets = inputs * stream.normals(12)
        let moments = inputs.transposedTimes(targets)
        let ridge = try inputs.gram.addingToDiagonal(alpha).choleskySolve(moments)
        let plain = try inputs.gram.choleskySolve(moments)
        let shares = zip(ridge, plain).map { $0 / $1 }
        func disorder(_ order: [Double]) -> Double {
            var (wrong, pairs) = (0, 0)
            for i in 0..<12 {
                for j in 0..<i {
                    pairs += 1
                    if (shares[i] < shares[j]) != (order[i] < order[j]) { wrong += 1 }
                }
            }
            return Double(wrong) / Double(pairs)
        }
        return (disorder(moments.map(abs)), disorder(deviations))
    }
}

private struct VarianceItem: Codable, Sendable {
    let examples: Int
    let dataSets: Int

    /// The logarithm of the mean variance of a weight over the variance of the offset, given the inputs.
    func ratio(_ start: RandomStream) throws -> Double {
        var stream = start
        let inputs = Matrix(rows: examples, columns: 11, elements: stream.normals(11 * examples))
        // The last column belongs to the offset.
        let design = Matrix(rows: examples, columns: 11) { $1 < 10 ? inputs[$0, $1] : 1 }
        let factor = try Cholesky(design.gram)
        let variances = (0..<11).map { place in factor.solve((0..<11).map { $0 == place ? 1 : 0 })[place] }
        return log(variances.prefix(10).reduce(0, +) / 10 / variances[10])
    }
}

/// One data set before and after its features are turned.
private struct Rotation: Codable, Sendable {
    let ridge: Double
    let lasso: Double
    let before: Double
    let after: Double

    init(from stream: inout RandomStream) throws {
        let features = 12
        let inputs = Matrix(rows: 60, columns: features, elements: stream.normals(60 * features))
        let truth = [2, -1.5, 1] + [Double](repeating: 0, count: features - 3)
        let targets = (inputs * truth).adding(stream.normals(60))
        let rotation = try Matrix(rows: features, columns: features, elements: stream.normals(features * features)).gram
            .symmetricEigen().vectors
        let plain = SquaredLoss(inputs: inputs, targets: targets)
        let rotated = SquaredLoss(inputs: inputs * rotation, targets: targets)
        func solved(_ data: SquaredLoss) throws -> [Double] {
            try data.inputs.gram.addingToDiagonal(8).choleskySolve(data.inputs.transposedTimes(data.targets))
        }
        let first = try solved(plain)
        ridge = (rotation * (try solved(rotated))).subtracting(first).norm / first.norm
        let sparse = ProximalDescent.minimize(plain, beta: 0.25, steps: 800)
        let turned = ProximalDescent.minimize(rotated, beta: 0.25, steps: 800)
        lasso = (rotation * turned).subtracting(sparse).norm / sparse.norm
        before = Double(sparse.count { $0 == 0 })
        after = Double(turned.count { $0 == 0 })
    }
}
