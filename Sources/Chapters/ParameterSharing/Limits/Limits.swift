import DataSets
import Foundation
import Laboratory
import LinearAlgebra

/// Two linear models under the tie penalty, in closed form.
public struct Limits: Experiment {
    /// The formulas that are held against the solution.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What does a penalty on the difference of two models do to them?"

    public struct Parameters: Codable, Sendable {
        @Parameter("features of each model", in: 1...500) public var features = 10
        @Parameter("examples of each model", in: 2...10_000) public var examples = 15
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Largest derivative of J + αΩ at the closed form, by central differences.
        public var slope: Double
        /// Distance from the separate fits at α = 10⁻⁹, from the pooled fit at α = 10⁹.
        public var separateError: Double
        public var pooledError: Double
        /// With a common Hessian: the shrinkage of the difference along eigenvectors, and the change of the sum.
        public var shrinkageError: Double
        public var sumError: Double
        /// A path in two dimensions: α, and both models at each.
        public let alphas: [Double]
        public let first: [[Double]]
        public let second: [[Double]]
        public let pooled: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("limits")
        func draw(_ features: Int) -> RegressionData {
            LinearFamily(weights: stream.normals(features)).sample(parameters.examples, using: &stream)
        }
        let problem = TiedRegression(draw(parameters.features), draw(parameters.features))
        let (first, second) = try problem.separate()
        let pooled = try problem.pooled()
        let (loose, tight) = (try problem.fit(alpha: 1e-9), try problem.fit(alpha: 1e9))
        let common = try problem.commonHessian(equations)
        let plane = TiedRegression(draw(2), draw(2))
        let alphas = (0...40).map { pow(10, Double($0) / 10 - 2) }
        let path = try alphas.map { try plane.fit(alpha: $0) }
        return Results(
            slope: try problem.largestSlope(alpha: 2, equations),
            separateError: max(loose.first.distance(to: first), loose.second.distance(to: second)),
            pooledError: max(tight.first.distance(to: pooled), tight.second.distance(to: pooled)),
            shrinkageError: common.shrinkage, sumError: common.sum, alphas: alphas, first: path.map(\.first),
            second: path.map(\.second), pooled: try plane.pooled())
    }
}

extension TiedRegression {
    /// The largest derivative of J + αΩ at the closed form, by central differences, which are exact for a quadratic.
    fileprivate func largestSlope(alpha: Double, _ equations: Equations) throws -> Double {
        let fit = try fit(alpha: alpha)
        let both = fit.first + fit.second
        let count = fit.first.count
        func objective(_ both: [Double]) -> Double {
            let (first, second) = (Array(both[..<count]), Array(both[count...]))
            return loss(first, second) + alpha * equations.tie(first, second)
        }
        return both.centralDifferences(step: 1e-3, of: objective).largestMagnitude
    }

    /// Both tasks on the first one's inputs: how far the difference of the models is from its shrinkage along
    /// eigenvectors, and their sum from that of the separate fits.
    fileprivate func commonHessian(_ equations: Equations) throws -> (shrinkage: Double, sum: Double) {
        let alpha = 3.0
        let same = TiedRegression(first, RegressionData(inputs: first.inputs, targets: second.targets))
        let free = try same.separate()
        let tied = try same.fit(alpha: alpha)
        let eigen = try first.inputs.gram.symmetricEigen()
        let before = eigen.vectors.transposedTimes(free.first.subtracting(free.second))
        let after = eigen.vectors.transposedTimes(tied.first.subtracting(tied.second))
        let shrunk = zip(before, eigen.values).map { $0 * equations.differenceShrinkage($1, alpha) }
        return (
            after.distance(to: shrunk), tied.first.adding(tied.second).distance(to: free.first.adding(free.second))
        )
    }
}
