import Foundation
import Learning
import Notebook

extension ShrinkageMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> ShrinkageMeasurements {
        var stream = lab.stream("shrinkage")
        let minimizers = try DecayedBowls(parameters, from: &stream, equations: equations)
        let counted = try effectiveParameters(parameters, from: &stream, equations: equations)
        let least = try leastSquares(parameters, from: &stream)
        let limit = try equations.decayOptimum(Matrix.diagonal([1, 0]), 1e-12, [1, 1])
        let single = try [0, 0.05, 0.1, 0.25, 0.5, 1, 2, 5].map { alpha in
            try equations.decayOptimum(Matrix([[1, 0.9], [0.9, 1]]), alpha, [1, -0.2])
        }
        let factors = try covarianceFactors(from: &stream)
        return ShrinkageMeasurements(
            optimumError: minimizers.optimumError, rotatedError: minimizers.rotatedError, ratios: minimizers.ratios,
            shares: minimizers.shares,
            limitDistance: limit.subtracting([1, 1]).norm, limitProjectionError: limit.subtracting([1, 0]).norm,
            steepFactor: try share(lambda: 10, alpha: 0.1, equations),
            flatFactor: try share(lambda: 0.1, alpha: 10, equations),
            relaxationError: try relaxation(from: &stream),
            alphas: counted.alphas, effective: counted.effective, traces: counted.traces,
            effectiveError: counted.effective.subtracting(counted.traces).largestMagnitude,
            effectiveIncrease: zip(counted.effective.dropFirst(), counted.effective).map { max(0, $0 - $1) }.reduce(
                0, max),
            effectiveAtZero: counted.atZero, rank: counted.rank, effectiveAtInfinity: counted.atInfinity,
            factorTwoPrinted: least.printed, factorTwoCorrected: least.corrected,
            augmentationError: least.augmentation, noiseSamples: least.noise,
            covarianceFactors: factors.measured, covarianceFactor: factors.expected,
            singleWeight: single.map { $0[1] },
            normIncrease: zip(single.dropFirst(), single).map { max(0, $0.norm - $1.norm) }.reduce(0, max))
    }

    /// The share of a single weight of curvature λ that gradient descent leaves under decay α.
    private static func share(lambda: Double, alpha: Double, _ equations: Equations) throws -> Double {
        GradientDescent.minimize(from: [0], stepSize: 0.9 / (lambda + alpha), until: 1e-15) { w in
            [lambda * (w[0] - 1) + alpha * w[0]]
        }[0]
    }

    /// The largest relative deviation of measured relaxation rates from ε(λ+α), over the components of a bowl.
    private static func relaxation(from stream: inout RandomStream) throws -> Double {
        let alpha = 0.5
        let epsilon = 1e-3
        let bowl = try QuadraticBowl(dimensions: 4, from: &stream)
        let eigen = try bowl.hessian.symmetricEigen()
        let target = eigen.vectors.transposedTimes(bowl.optimum)
        var w = [Double](repeating: 0, count: 4)
        for _ in 0..<100 { w = w.subtracting(bowl.gradient(at: w).adding(w.scaled(by: alpha)).scaled(by: epsilon)) }
        let reached = eigen.vectors.transposedTimes(w)
        return eigen.values.indices.map { index in
            let lambda = eigen.values[index]
            let resting = target[index] * lambda / (lambda + alpha)
            let rate = -log1p(-reached[index] / resting) / 100
            return abs(rate / (epsilon * (lambda + alpha)) - 1)
        }.reduce(0, max)
    }

    private static func effectiveParameters(
        _ parameters: Parameters, from stream: inout RandomStream, equations: Equations
    ) throws -> (alphas: [Double], effective: [Double], traces: [Double], atZero: Double, rank: Int, atInfinity: Double)
    {
        let features = parameters.pathFeatures
        let inputs = Matrix(rows: 60, columns: features, elements: stream.normals(60 * features))
        let lambdas = try inputs.gram.symmetricEigen().values
        let alphas = (0..<25).map { pow(10, -1 + Double($0) / 4) }
        let traces = try alphas.map { alpha in
            let inner = try Cholesky(inputs.gram.addingToDiagonal(alpha))
            return (0..<inputs.rows).reduce(0) { $0 + inputs.row($1).dot(inner.solve(inputs.row($1))) }
        }
        return (
            alphas, alphas.map { equations.effectiveParameters(lambdas, $0) }, traces,
            equations.effectiveParameters(lambdas, 0), features, equations.effectiveParameters(lambdas, 1e12)
        )
    }

    /// Shrink factors of four orthogonal features of variance 1 whose covariances with two targets are 1, .01, 5 and .5.
    private static func covarianceFactors(from stream: inout RandomStream) throws -> (
        measured: [Double], expected: Double
    ) {
        let examples = 40
        let alpha = 16.0
        let basis = try Matrix(rows: examples, columns: examples, elements: stream.normals(examples * examples)).gram
            .symmetricEigen().vectors
        let inputs = Double(examples).squareRoot() * basis.selectingColumns([0, 1])
        let measured = try [[1, 0.01], [5, 0.5]].flatMap { covariances -> [Double] in
            let targets = inputs * covariances
            let ridge = try inputs.gram.addingToDiagonal(alpha).choleskySolve(inputs.transposedTimes(targets))
            let plain = try inputs.gram.choleskySolve(inputs.transposedTimes(targets))
            return zip(ridge, plain).map { $0 / $1 }
        }
        return (measured, 1 / (1 + alpha / Double(examples)))
    }
}
