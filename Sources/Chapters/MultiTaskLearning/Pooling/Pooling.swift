import Laboratory
import LinearAlgebra

/// The error of one task that is learned together with others that use the same two hidden factors.
public struct Pooling: Experiment {
    public init() {}

    public static let question = "Does a task gain from others that share a part of its model?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...1_000_000) public var replicates = 1_000
        @Parameter("numbers of tasks, ascending from 1, that are learned together", in: 1...1_000)
        public var taskCounts = [1, 2, 4, 8, 16]
        @Parameter("inputs of the tasks", in: 2...100) public var features = 15
        @Parameter("examples", in: 4...10_000) public var examples = 30
        @Parameter("variance of the noise on the targets", in: 0...1_000) public var noiseVariance = 1.0
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile == .paper { parameters.replicates = 2_000 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let taskCounts: [Int]
        /// Excess error of the first task, one row a data set, one column a number of tasks.
        public var errors: [[Double]]
        /// The same with the most tasks, the others' targets shuffled among the examples.
        public var shuffled: [Double]
    }

    private struct Outcome: Codable, Sendable {
        let errors: [Double]
        let shuffled: Double
    }

    /// What all data sets have in common.
    private struct Setting: Codable, Sendable {
        let taskCounts: [Int]
        let features: Int
        let examples: Int
        let noiseVariance: Double

        /// The excess error of the first task when it is learned with so many others, two shared units in all.
        func outcome(_ stream: RandomStream) throws -> Outcome {
            var stream = stream
            let most = taskCounts.max() ?? 1
            let shared = stream.orthonormalRows(2, columns: features)
            let truth = shared.transposedTimes(Matrix(rows: 2, columns: most, elements: stream.normals(2 * most)))
            let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &stream)
            func error(_ targets: Matrix) throws -> Double {
                let fit = try ReducedRank(data.inputs, targets).weights(rank: 2)
                let away = fit.column(0).subtracting(truth.column(0))
                return away.dot(away)
            }
            let order = stream.permutation(examples)
            let shuffled = Matrix(rows: examples, columns: most) { row, task in
                data.targets[task == 0 ? row : order[row], task]
            }
            return Outcome(
                errors: try taskCounts.map { try error(data.targets.selectingColumns(Array(0..<$0))) },
                shuffled: try error(shuffled))
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            taskCounts: parameters.taskCounts, features: parameters.features, examples: parameters.examples,
            noiseVariance: parameters.noiseVariance)
        let outcomes = try await lab.map("pooled tasks", replicates: parameters.replicates, of: setting) {
            try $0.outcome($2.stream("pooling", $1))
        }
        return Results(
            taskCounts: parameters.taskCounts, errors: outcomes.map(\.errors), shuffled: outcomes.map(\.shuffled))
    }
}
