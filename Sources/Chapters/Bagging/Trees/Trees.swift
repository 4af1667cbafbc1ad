import Laboratory

/// Trees and stable learners, alone and bagged, over several training sets.
public struct Trees: Experiment {
    public init() {}

    public static let question = "Which learners does bagging help?"

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets on which each learner is bagged", in: 2...10_000) public var replicates = 24
        @Parameter("members of a bag", in: 1...10_000) public var members = 25
        @Parameter("fresh examples that errors are measured on", in: 2...1_000_000) public var testExamples = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public var learners: [BaggedLearner]
    }

    /// One learner on one kind of data.
    public struct BaggedLearner: Codable, Sendable {
        public let task: SampledTask
        public let learner: Learner
        /// Error on fresh examples, one entry a training set: mean squared error, or the misclassified share.
        public var single: [Double]
        public var bagged: [Double]

        /// Error of the single learner minus that of the bagged one, relative to the former.
        package var gains: [Double] { zip(single, bagged).map { 1 - $1 / $0 } }
    }

    /// What is bagged.
    public enum Learner: String, Codable, Sendable {
        case tree = "tree"
        case ridge = "ridge regression"
        case neighbors = "15 nearest neighbours"
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let kinds: [(SampledTask, Learner)] =
            SampledTask.allCases.map { ($0, .tree) } + [
                (.friedmanOne, .ridge), (.friedmanThree, .ridge), (.waveform, .neighbors),
            ]
        let settings = kinds.map { task, learner in
            LearnerAndBag(
                task: task, learner: learner, members: parameters.members, testExamples: parameters.testExamples)
        }
        let errors = try await lab.map("bagged learners", over: settings, replicates: parameters.replicates) {
            try $0.errors($1, in: $2)
        }
        return Results(
            learners: zip(kinds, errors).map { kind, errors in
                BaggedLearner(
                    task: kind.0, learner: kind.1, single: errors.map { $0[0] }, bagged: errors.map { $0[1] })
            })
    }
}
