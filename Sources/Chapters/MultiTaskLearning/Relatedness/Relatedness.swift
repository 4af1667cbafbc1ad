import Foundation
import Laboratory
import LinearAlgebra
import Statistics

/// Sharing one hidden unit among tasks that are more and more different.
public struct Relatedness: Experiment {
    public init() {}

    public static let question = "How alike must tasks be for sharing to help?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...1_000_000) public var replicates = 1_000
        @Parameter("angles by which tasks leave their common direction, ascending from 0", in: 0...90, unit: "degrees")
        public var angles = [0.0, 15, 30, 45, 60, 75, 90]
        @Parameter("tasks", in: 1...100) public var tasks = 8
        @Parameter("inputs of the tasks, more than there are tasks", in: 2...200) public var features = 15
        @Parameter("examples, and as many again to choose the number of shared units on", in: 4...10_000)
        public var examples = 30
        @Parameter("variance of the noise on the targets", in: 0...1_000) public var noiseVariance = 1.0
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile == .paper { parameters.replicates = 2_000 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// In degrees.
        public let angles: [Double]
        /// Mean excess error of the tasks, one row an angle, one column a data set: alone, with one shared unit, and with
        /// as many as do best on validation examples.
        public var alone: [[Double]]
        public var shared: [[Double]]
        public var chosen: [[Double]]

        /// Error alone minus error with one shared unit, one row an angle.
        var gains: [[Double]] { zip(alone, shared).map { $0.subtracting($1) } }

        /// The largest angle at which one shared unit was better than separate fits on average.
        var largestHelpfulAngle: Double {
            angles.indices.last { gains[$0].mean > 0 }.map { angles[$0] } ?? .nan
        }
    }

    private struct Outcome: Codable, Sendable {
        let alone: [Double]
        let shared: [Double]
        let chosen: [Double]
    }

    /// The length of a task's true weights.
    private static let length = 2.0

    /// What all data sets have in common.
    private struct Setting: Codable, Sendable {
        let angles: [Double]
        let tasks: Int
        let features: Int
        let examples: Int
        let noiseVariance: Double

        /// Every angle with the same directions, inputs and noise.
        func outcome(_ stream: RandomStream) throws -> Outcome {
            var directing = stream.split("directions")
            let directions = directing.orthonormalRows(tasks + 1, columns: features)
            var alone: [Double] = []
            var shared: [Double] = []
            var chosen: [Double] = []
            for angle in angles {
                let turn = angle * .pi / 180
                let truth = Matrix(rows: features, columns: tasks) { feature, task in
                    Relatedness.length
                        * (cos(turn) * directions[0, feature] + sin(turn) * directions[task + 1, feature])
                }
                var drawing = stream.split("examples")
                let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &drawing)
                let validation = LinearTasks(
                    weights: truth, examples: examples, noiseVariance: noiseVariance, from: &drawing)
                let fit = try ReducedRank(data.inputs, data.targets)
                let errors = (1...tasks).map { rank -> (validation: Double, excess: Double) in
                    let weights = fit.weights(rank: rank)
                    let residual = (validation.inputs * weights - validation.targets).frobeniusNorm
                    let excess = (weights - truth).frobeniusNorm
                    return (residual * residual, excess * excess / Double(tasks))
                }
                alone.append(errors[tasks - 1].excess)
                shared.append(errors[0].excess)
                chosen.append((errors.min { $0.validation < $1.validation } ?? errors[0]).excess)
            }
            return Outcome(alone: alone, shared: shared, chosen: chosen)
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            angles: parameters.angles, tasks: parameters.tasks, features: parameters.features,
            examples: parameters.examples, noiseVariance: parameters.noiseVariance)
        let outcomes = try await lab.map("relatedness", replicates: parameters.replicates, of: setting) {
            try $0.outcome($2.stream("relatedness", $1))
        }
        let places = parameters.angles.indices
        return Results(
            angles: parameters.angles, alone: places.map { place in outcomes.map { $0.alone[place] } },
            shared: places.map { place in outcomes.map { $0.shared[place] } },
            chosen: places.map { place in outcomes.map { $0.chosen[place] } })
    }
}
