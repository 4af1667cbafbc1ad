import DataSets
import Laboratory
import LinearAlgebra

/// The posterior of a line's offset and slope as examples arrive.
public struct Beliefs: Experiment {
    public init() {}

    public static let question = "How does a belief about a line change as examples arrive?"

    public struct Parameters: Codable, Sendable {
        @Parameter("numbers of examples for which the posterior is drawn", in: 0...10_000)
        public var shownCounts = [0, 1, 2, 5, 20, 100]
        @Parameter("standard deviation of the noise on the targets", in: 1e-6...1_000) public var noise = 0.5
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let truth: [Double]
        /// Inputs and targets in the order of their arrival.
        public let inputs: [Double]
        public let targets: [Double]
        /// One state for each number of examples.
        public let states: [State]
    }

    public struct State: Codable, Sendable {
        public let count: Int
        public let mean: [Double]
        public let covariance: Matrix
        /// Least squares; nil with fewer than two examples.
        public let likeliest: [Double]?

        /// Half the squared Mahalanobis distance from the posterior mean: the negative log density up to a constant.
        func surprise(_ first: Double, _ second: Double) -> Double {
            let (a, b, c) = (covariance[0, 0], covariance[0, 1], covariance[1, 1])
            let (x, y) = (first - mean[0], second - mean[1])
            return (c * x * x - 2 * b * x * y + a * y * y) / (2 * (a * c - b * b))
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("sequence")
        let truth = [-0.4, 0.7]
        let most = parameters.shownCounts.max() ?? 0
        let inputs = (0..<most).map { _ in stream.uniform(in: -1..<1) }
        let targets = inputs.map { truth[0] + truth[1] * $0 + parameters.noise * stream.normal() }
        let states = try parameters.shownCounts.map { count in
            let data = RegressionData(
                inputs: Matrix(rows: count, columns: 2) { $1 == 0 ? 1 : inputs[$0] },
                targets: Array(targets.prefix(count)))
            let posterior = try GaussianRegression(data, noise: parameters.noise, deviation: 1)
            return State(
                count: count, mean: posterior.mean, covariance: posterior.covariance,
                likeliest: count < 2
                    ? nil : try data.inputs.gram.choleskySolve(data.inputs.transposedTimes(data.targets)))
        }
        return Results(truth: truth, inputs: inputs, targets: targets, states: states)
    }
}
