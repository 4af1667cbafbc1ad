import Laboratory
import LinearAlgebra
import Statistics

/// One network and one task, with each of the chapter's regularizers: bias, variance, error and cost.
public struct OneTask: Experiment {
    public init() {}

    public static let question = "What does each regularizer trade on one task, and what does it cost?"

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets, on each of which every regularizer is used", in: 2...1_000) public var replicates =
            10
        @Parameter("training examples", in: 10...10_000) public var examples = 80
        @Parameter("validation examples, which choose strengths and tell when to stop", in: 10...10_000)
        public var validationExamples = 100
        @Parameter("points at which bias and variance are measured", in: 10...10_000) public var points = 300
        @Parameter("hidden rectifiers", in: 1...1_000) public var units = 60
        @Parameter("updates of a network", in: 20...1_000_000) public var updates = 1_200
        @Parameter("networks of the bagged ensemble", in: 2...100) public var members = 8
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { (parameters.replicates, parameters.updates) = (40, 4_000) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var arms: [Arm]

        func arm(_ method: Method) -> Arm? { arms.first { $0.method == method } }
    }

    /// One regularizer over all training sets.
    public struct Arm: Codable, Sendable {
        public let method: Method
        /// Mean squared distances from the targets without noise, one a training set.
        public var errors: [Double]
        /// Averages over the points, of the mean answer's squared distance from the target and of the answers' variance.
        public var squaredBias: Double
        public var variance: Double
        /// Examples that the chosen network saw in training, one number a training set.
        public var passes: [Double]
    }

    /// All that decides one fit besides its replicate and master seed.
    private struct Setting: Codable, Sendable {
        let method: Method
        let examples: Int
        let validationExamples: Int
        let points: Int
        let units: Int
        let updates: Int
        let members: Int
    }

    private struct Outcome: Codable, Sendable {
        let answers: [Double]
        let passes: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = Method.allCases.map {
            Setting(
                method: $0, examples: parameters.examples, validationExamples: parameters.validationExamples,
                points: parameters.points, units: parameters.units, updates: parameters.updates,
                members: $0 == .bagging ? parameters.members : 0)
        }
        let outcomes = try await lab.map("regularizers", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let task = FriedmanTask(
                examples: setting.examples, validationExamples: setting.validationExamples, units: setting.units,
                updates: setting.updates, lab.stream("task", replicate))
            let points = FriedmanTask.points(setting.points, lab.stream("points"))
            let fit = try task.best(setting.method, members: setting.members, at: points.inputs)
            return Outcome(answers: fit.answers, passes: fit.passes)
        }
        let truth = FriedmanTask.points(parameters.points, lab.stream("points")).truth
        return Results(
            arms: zip(settings, outcomes).map { setting, outcomes in
                Self.arm(setting.method, outcomes.map(\.answers), truth, passes: outcomes.map { Double($0.passes) })
            })
    }

    private static func arm(_ method: Method, _ answers: [[Double]], _ truth: [Double], passes: [Double]) -> Arm {
        let count = Double(answers.count)
        let moments = truth.indices.map { point -> (bias: Double, variance: Double) in
            let own = answers.map { $0[point] }
            let variance = own.map { ($0 - own.mean) * ($0 - own.mean) }.reduce(0, +) / (count - 1)
            // The mean of a few answers strays from the expected answer by their variance over their number.
            return ((own.mean - truth[point]) * (own.mean - truth[point]) - variance / count, variance)
        }
        return Arm(
            method: method,
            errors: answers.map { answers in zip(answers, truth).map { ($0 - $1) * ($0 - $1) }.mean },
            squaredBias: moments.map(\.bias).mean, variance: moments.map(\.variance).mean, passes: passes)
    }
}
