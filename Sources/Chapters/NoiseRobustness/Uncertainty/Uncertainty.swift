import Foundation
import Laboratory
import LinearAlgebra
import Statistics

/// What weight noise says about the uncertainty of the weights.
public struct Uncertainty: Experiment {
    public init() {}

    public static let question = "Which noise on the weights shows how uncertain they are?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("draws of the weights for each posterior", in: 2...1_000_000) public var draws = 2_000
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 50 }
        return parameters
    }

    /// One entry a data set.
    public struct Results: Codable, Sendable {
        /// Variance of predictions over closed form, averaged over test inputs: perturbed fits, matched noise.
        public var fitRatios: [Double]
        public var matchedRatios: [Double]
        /// Mean of |ln(variance over closed form)| over test inputs: perturbed fits, and isotropic noise of equal total.
        public var fitErrors: [Double]
        public var isotropicErrors: [Double]
        /// Isotropic noise where the posterior is isotropic: the ratio.
        public var isotropicRatios: [Double]
        public let picture: Picture
    }

    /// A line fitted to few points, and how far predictions spread around it.
    public struct Picture: Codable, Sendable {
        public let inputs: [Double]
        public let targets: [Double]
        public let places: [Double]
        public let means: [Double]
        /// Standard deviations of the prediction: closed form, matched weight noise, isotropic weight noise.
        public let exact: [Double]
        public let matched: [Double]
        public let isotropic: [Double]
    }

    private struct Outcome: Codable, Sendable {
        let fitRatio: Double
        let matchedRatio: Double
        let fitError: Double
        let isotropicError: Double
        let isotropicRatio: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let outcomes = try await lab.map("posterior", replicates: parameters.replicates, of: parameters.draws) {
            var stream = $2.stream("posterior", $1)
            return try Self.outcome($0, from: &stream)
        }
        var stream = lab.stream("posterior picture")
        return Results(
            fitRatios: outcomes.map(\.fitRatio), matchedRatios: outcomes.map(\.matchedRatio),
            fitErrors: outcomes.map(\.fitError), isotropicErrors: outcomes.map(\.isotropicError),
            isotropicRatios: outcomes.map(\.isotropicRatio), picture: try Self.picture(parameters.draws, from: &stream))
    }

    private static func outcome(_ draws: Int, from stream: inout RandomStream) throws -> Outcome {
        let size = 4
        // Features of different scale, so that the data say more about some weights than about others.
        let inputs = Matrix(rows: 15, columns: size) { _, column in stream.normal() * pow(0.5, Double(column)) }
        let targets = (inputs * stream.normals(size)).adding(stream.normals(15).scaled(by: 0.5))
        let regression = try BayesianRegression(inputs: inputs, targets: targets, noiseVariance: 0.25)
        let places = Matrix(rows: 20, columns: size) { _, column in stream.normal() * pow(0.5, Double(column)) }
        let exact = (0..<20).map { regression.variance(at: places.row($0)) }
        let ratios = { (draws: [[Double]]) in zip(regression.spread(draws, at: places), exact).map { $0 / $1 } }
        let fits = ratios((0..<draws).map { _ in regression.perturbedFit(from: &stream) })
        let matched = ratios((0..<draws).map { _ in regression.matchedNoise(from: &stream) })
        let isotropic = ratios((0..<draws).map { _ in regression.isotropicNoise(from: &stream) })

        // Orthogonal features of one scale make the posterior isotropic.
        let basis = try Matrix(rows: 15, columns: 15, elements: stream.normals(225)).gram.symmetricEigen().vectors
        let even = try BayesianRegression(
            inputs: 15.0.squareRoot() * basis.selectingColumns([0, 1, 2, 3]), targets: targets, noiseVariance: 0.25)
        let evenDraws = (0..<draws).map { _ in even.isotropicNoise(from: &stream) }
        let evenRatios = even.spread(evenDraws, at: places).enumerated().map { $1 / even.variance(at: places.row($0)) }
        return Outcome(
            fitRatio: fits.mean, matchedRatio: matched.mean, fitError: fits.map { abs(log($0)) }.mean,
            isotropicError: isotropic.map { abs(log($0)) }.mean, isotropicRatio: evenRatios.mean)
    }

    /// A line with an offset, fitted to eight points on one side.
    private static func picture(_ draws: Int, from stream: inout RandomStream) throws -> Picture {
        let inputs = (0..<8).map { _ in stream.uniform(in: 0.5..<2) }
        let targets = inputs.map { 0.4 + 0.8 * $0 + 0.3 * stream.normal() }
        let regression = try BayesianRegression(
            inputs: Matrix(rows: 8, columns: 2) { $1 == 0 ? 1 : inputs[$0] }, targets: targets, noiseVariance: 0.09)
        let places = (0...48).map { -1 + 0.0875 * Double($0) }
        let rows = Matrix(rows: places.count, columns: 2) { $1 == 0 ? 1 : places[$0] }
        let deviations = { (draws: [[Double]]) in regression.spread(draws, at: rows).map { $0.squareRoot() } }
        return Picture(
            inputs: inputs, targets: targets, places: places, means: rows * regression.mean,
            exact: places.indices.map { regression.variance(at: rows.row($0)).squareRoot() },
            matched: deviations((0..<draws).map { _ in regression.matchedNoise(from: &stream) }),
            isotropic: deviations((0..<draws).map { _ in regression.isotropicNoise(from: &stream) }))
    }
}
