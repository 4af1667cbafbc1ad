import Foundation
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// The penalized minimizer under weight decay (equations 7.6 to 7.8).
public struct Shrinkage: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Which components of the minimizer does weight decay shrink, and by how much?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems on which each formula is held against a minimizer", in: 1...10_000) public
            var problems = 20
        @Parameter("weights of the random problems", in: 1...100) public var dimensions = 6
        @Parameter("draws of noisy inputs", in: 2...100_000) public var draws = 20
        @Parameter("features of the linear model whose parameters are counted", in: 1...50) public var features = 10
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.draws = 100 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Distance of equation 7.6 from minimizers found by gradient descent, the largest of all problems.
        public var optimumError: Double
        /// Equation 7.7 in the eigenbasis, the same.
        public var rotatedError: Double
        /// Component ratios of the minimizers found, with λ/α.
        public let ratios: [Double]
        public let shares: [Double]
        /// The distance of the limit from w* with a singular Hessian, and from the projection on its range.
        public var limitDistance: Double
        public var limitProjectionError: Double
        /// λ/(λ+α) at λ/α = 100 and 0.01, by minimization.
        public var steepFactor: Double
        public var flatFactor: Double
        /// Largest relative deviation of the relaxation rate from ε(λ+α).
        public var relaxationError: Double
        /// Effective number of parameters along the path: by eigenvalues and as a trace.
        public let alphas: [Double]
        public let effective: [Double]
        public let traces: [Double]
        public var effectiveError: Double
        /// Largest increase of γ from one α to the next larger; 0 if none.
        public var effectiveIncrease: Double
        /// γ at α = 0 and the rank of H; γ at a huge α.
        public let effectiveAtZero: Double
        public let rank: Int
        public let effectiveAtInfinity: Double
        /// The printed least-squares objective: distance of its minimizer from the solution with α and with α/2.
        public var factorTwoPrinted: Double
        public var factorTwoCorrected: Double
        /// Ridge against least squares on augmented data.
        public var augmentationError: Double
        /// Differences of the first weight with noisy inputs and ridge, one a replicate.
        public var noiseSamples: [Double]
        /// Shrink factors of features of equal variance and different covariance with the target.
        public var covarianceFactors: [Double]
        /// The factor their variance predicts.
        public let covarianceFactor: Double
        /// Orthogonal features: shares of pairs that the covariance with the target puts in the wrong order, on average, and that
        /// the variance does, at most.
        public var covarianceDisorder: Double
        public var varianceDisorder: Double
        /// One weight of two along α in the correlated example.
        public let singleWeight: [Double]
        /// Largest increase of the norm of the whole vector along its path.
        public var normIncrease: Double

        /// The largest deviation of a shrink factor from the one its variance predicts.
        var factorDeviation: Double { covarianceFactors.map { abs($0 - covarianceFactor) }.max() ?? .nan }

        /// By how much the single weight rises above its start somewhere along the path.
        var singleWeightRise: Double { (singleWeight.max() ?? .nan) - (singleWeight.first ?? .nan) }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("shrinkage")
        let minimizers = try DecayedBowls(parameters, from: &stream, equations: equations)
        let counted = try effectiveParameters(parameters.features, from: &stream)
        let fits = try LeastSquaresErrors(parameters, from: &stream)
        let limit = try equations.decayOptimum(Matrix.diagonal([1, 0]), 1e-12, [1, 1])
        let single = try [0, 0.05, 0.1, 0.25, 0.5, 1, 2, 5].map { alpha in
            try equations.decayOptimum(Matrix([[1, 0.9], [0.9, 1]]), alpha, [1, -0.2])
        }
        let factors = try FeatureOrder.factors(from: &stream)
        var orders = lab.stream("feature orders")
        let order = try (0..<parameters.problems).map { _ in try FeatureOrder(from: &orders) }
        return Results(
            optimumError: minimizers.optimumError, rotatedError: minimizers.rotatedError, ratios: minimizers.ratios,
            shares: minimizers.shares,
            limitDistance: limit.subtracting([1, 1]).norm, limitProjectionError: limit.subtracting([1, 0]).norm,
            steepFactor: Self.share(lambda: 10, alpha: 0.1),
            flatFactor: Self.share(lambda: 0.1, alpha: 10),
            relaxationError: try Self.relaxation(from: &stream),
            alphas: counted.alphas, effective: counted.effective, traces: counted.traces,
            effectiveError: counted.effective.subtracting(counted.traces).largestMagnitude,
            effectiveIncrease: zip(counted.effective.dropFirst(), counted.effective).map { max(0, $0 - $1) }.reduce(
                0, max),
            effectiveAtZero: counted.atZero, rank: counted.rank, effectiveAtInfinity: counted.atInfinity,
            factorTwoPrinted: fits.printed, factorTwoCorrected: fits.corrected,
            augmentationError: fits.augmentation, noiseSamples: fits.noise,
            covarianceFactors: factors.measured, covarianceFactor: factors.expected,
            covarianceDisorder: order.map(\.covarianceDisorder).mean,
            varianceDisorder: order.map(\.varianceDisorder).max() ?? .nan,
            singleWeight: single.map { $0[1] },
            normIncrease: zip(single.dropFirst(), single).map { max(0, $0.norm - $1.norm) }.reduce(0, max))
    }

    /// The share of a single weight of curvature λ that gradient descent leaves under decay α.
    private static func share(lambda: Double, alpha: Double) -> Double {
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

    private func effectiveParameters(
        _ features: Int, from stream: inout RandomStream
    ) throws -> (alphas: [Double], effective: [Double], traces: [Double], atZero: Double, rank: Int, atInfinity: Double)
    {
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
}
