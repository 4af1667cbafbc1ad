import Foundation
import Laboratory
import Statistics

/// How well the shared part is known after k tasks of m examples each.
public struct Subspace: Experiment {
    /// The formula that the shared map's error is held against.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How does knowledge of shared parameters grow with tasks and examples?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets over which each error is averaged", in: 2...1_000_000) public var dataSets = 1_000
        @Parameter("inputs of the tasks", in: 2...100) public var features = 10
        @Parameter("numbers of tasks $k$", in: 2...1_000) public var taskCounts = [4, 8, 16, 32]
        @Parameter("numbers of examples $m$ of each task", in: 4...10_000) public var exampleCounts = [20, 40, 80]
        @Parameter("variance of the noise on the targets", in: 0.000_001...1_000) public var noiseVariance = 1.0
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile == .paper { parameters.dataSets = 2_000 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// One entry a pair of k and m.
        public let taskCounts: [Int]
        public let exampleCounts: [Int]
        /// Mean squared error of the shared map over data sets, its heads known.
        public var sharedErrors: [Double]
        /// Mean squared error of a task's head, the shared map known.
        public var headErrors: [Double]
        /// Mean squared error of a task's weights, neither the shared map nor the heads known.
        public var jointErrors: [Double]
        /// The slope of the shared map's error against km, both in logarithms.
        public var sharedSlope: Double
        /// The same of the head's error against m.
        public var headSlopeInExamples: Double
        /// The largest distance of the shared map's error from `Equations.sharedError`, relative, where km is largest.
        public var levelError: Double

        /// The entries with the most examples a task, by ascending numbers of tasks.
        private var withMostExamples: [Int] {
            let most = exampleCounts.max() ?? 0
            return taskCounts.indices.filter { exampleCounts[$0] == most }
        }

        /// The slope against k, in logarithms, of the error with both unknown less that of a head over the known map.
        var excessSlopeInTasks: Double {
            let places = withMostExamples
            return places.map { log(jointErrors[$0] - headErrors[$0]) }.slope(
                against: places.map { log(Double(taskCounts[$0])) })
        }

        /// What the error with both unknown comes down to with the most tasks, over that of a head over the known map.
        var remainder: Double {
            guard let place = withMostExamples.last else { return .nan }
            return jointErrors[place] / headErrors[place]
        }
    }

    /// Rows of the shared map.
    static let rank = 2

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = parameters.taskCounts.flatMap { tasks in
            parameters.exampleCounts.map { examples in
                SubspaceTasks(
                    tasks: tasks, examples: examples, features: parameters.features,
                    noiseVariance: parameters.noiseVariance, dataSets: parameters.dataSets)
            }
        }
        let outcomes = try await lab.map("shared subspace", over: settings) { setting, lab in
            let errors = try (0..<setting.dataSets).map { try setting.errors(lab.stream("subspace", $0)) }
            return SubspaceTasks.Errors(
                shared: errors.map(\.shared).mean, head: errors.map(\.head).mean, joint: errors.map(\.joint).mean)
        }
        let totals = settings.map { log(Double($0.tasks * $0.examples)) }
        let most = settings.map { $0.tasks * $0.examples }.max() ?? 0
        let level = zip(settings, outcomes).first { $0.0.tasks * $0.0.examples == most }.map { setting, outcome in
            outcome.shared / equations.sharedError(setting.noiseVariance, setting.features, Self.rank, most) - 1
        }
        return Results(
            taskCounts: settings.map(\.tasks), exampleCounts: settings.map(\.examples),
            sharedErrors: outcomes.map(\.shared), headErrors: outcomes.map(\.head),
            jointErrors: outcomes.map(\.joint), sharedSlope: outcomes.map { log($0.shared) }.slope(against: totals),
            headSlopeInExamples: outcomes.map { log($0.head) }.slope(
                against: settings.map { log(Double($0.examples)) }),
            levelError: level ?? .nan)
    }
}

extension [Double] {
    /// The slope of the least-squares line through these against `x`.
    func slope(against x: [Double]) -> Double { covariance(with: x) / x.variance }
}
