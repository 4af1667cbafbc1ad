import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import Statistics

/// Predictions that average over the posterior against those of its mode.
public struct Averaging: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How much better is it to average over the posterior than to predict with its mode?"

    public struct Parameters: Codable, Sendable {
        @Parameter("standard deviation of the noise on the targets", in: 1e-6...1_000) public var noise = 0.5
        @Parameter("weights", in: 1...1_000) public var dimensions = 8
        @Parameter("numbers of training examples", in: 1...10_000) public var predictiveCounts = [2, 4, 8, 16, 32, 64]
        @Parameter("draws of a truth and its data, for each number of examples", in: 2...100_000)
        public var replicates = 200
        @Parameter("test examples of each draw", in: 1...100_000) public var tests = 200
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 1_000 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// For each number of examples one entry a draw: negative log-likelihood on new examples, plug-in minus averaged.
        public var gaps: [[Double]]
        /// Negative log-likelihoods themselves, means over draws.
        public let averaged: [Double]
        public let plugged: [Double]
        /// The same gap at the lowest number of examples when the assumed prior is ten times too wide.
        public let misspecifiedGaps: [Double]
        /// The density at a test point, averaged over drawn weights and divided by the closed form, minus 1.
        public var averagedDensity: Estimate
    }

    /// All that a draw of a truth from a prior, with data from it, depends on.
    private struct Setting: Codable, Sendable {
        let count: Int
        let dimensions: Int
        let noise: Double
        let tests: Int
        /// The deviation with which the true weights are drawn; the model assumes 1.
        let trueDeviation: Double
    }

    /// Mean negative log-likelihoods on new examples.
    private struct Scores: Codable, Sendable {
        let averaged: Double
        let plugged: Double

        var gap: Double { plugged - averaged }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let fewest = parameters.predictiveCounts.min() ?? 0
        let settings = (parameters.predictiveCounts.map { ($0, 1) } + [(fewest, 0.1)]).map { count, deviation in
            Setting(
                count: count, dimensions: parameters.dimensions, noise: parameters.noise, tests: parameters.tests,
                trueDeviation: deviation)
        }
        let all = try await lab.map("predictions", over: settings, replicates: parameters.replicates) {
            [equations] in try Self.scores($0, replicate: $1, in: $2, equations)
        }
        let scores = all.dropLast()
        return Results(
            gaps: scores.map { $0.map(\.gap) }, averaged: scores.map { $0.map(\.averaged).mean },
            plugged: scores.map { $0.map(\.plugged).mean }, misspecifiedGaps: all[all.count - 1].map(\.gap),
            averagedDensity: Estimate(of: try averagingSamples(noise: parameters.noise, in: lab)))
    }

    private static func scores(
        _ setting: Setting, replicate: Int, in lab: Lab, _ equations: Equations
    ) throws -> Scores {
        var stream = lab.stream("predictions with \(setting.count)", replicate)
        let family = LinearFamily(
            weights: stream.normals(setting.dimensions).scaled(by: setting.trueDeviation), noise: setting.noise)
        let posterior = try GaussianRegression(
            family.sample(setting.count, using: &stream), noise: setting.noise, deviation: 1)
        let test = family.sample(setting.tests, using: &stream)
        var averaged = 0.0
        var plugged = 0.0
        for row in 0..<test.count {
            let input = test.inputs.row(row)
            let mean = input.dot(posterior.mean)
            let variance = equations.predictiveVariance(input, posterior.covariance, setting.noise)
            averaged -= Normal.logDensity(test.targets[row], mean: mean, deviation: variance.squareRoot())
            plugged -= Normal.logDensity(test.targets[row], mean: mean, deviation: setting.noise)
        }
        return Scores(averaged: averaged / Double(setting.tests), plugged: plugged / Double(setting.tests))
    }

    /// The density at a test point under weights drawn from a posterior, over the density of the closed form, minus 1.
    private func averagingSamples(noise: Double, in lab: Lab) throws -> [Double] {
        var stream = lab.stream("averaging")
        let family = LinearFamily(weights: stream.normals(3), noise: noise)
        let posterior = try GaussianRegression(family.sample(4, using: &stream), noise: noise, deviation: 1)
        let input = [1.0, -0.5, 0.8]
        let target = input.dot(posterior.mean)
        let deviation = equations.predictiveVariance(input, posterior.covariance, noise).squareRoot()
        let closed = exp(Normal.logDensity(target, mean: target, deviation: deviation))
        return try (0..<20_000).map { _ in
            let w = try posterior.draw(from: &stream)
            return exp(Normal.logDensity(target, mean: input.dot(w), deviation: noise)) / closed - 1
        }
    }
}
