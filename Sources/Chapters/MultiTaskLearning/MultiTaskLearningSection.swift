import Notebook

/// Section 7.12: several tasks that share a part of their model.
public struct MultiTaskLearningSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "multi-task-learning", title: "Multi-task learning")

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            trials: 40, trainingExamples: 50, heldOutExamples: 1_000, hiddenUnits: 16, learningRate: 2, momentum: 0.9,
            epochs: 6_000, evaluateEvery: 40, patience: 25, replicates: 1_000, features: 10,
            taskCounts: [4, 8, 16, 32],
            exampleCounts: [20, 40, 80], noiseVariance: 1, angles: [0, 15, 30, 45, 60, 75, 90], relatedTasks: 8,
            relatedFeatures: 15, relatedExamples: 30, pooledTasks: [1, 2, 4, 8, 16])
        switch profile {
        case .quick: break
        case .full:
            parameters.trials = 60
            parameters.epochs = 20_000
            parameters.evaluateEvery = 100
        case .paper:
            parameters.trials = 50
            parameters.replicates = 2_000
            parameters.epochs = 100_000
            parameters.evaluateEvery = 100
        }
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the section's own.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            graph: .measure(in: lab, equations: equations),
            subspace: try await .measure(parameters, in: lab, equations: equations),
            pooling: try await .measure(parameters, in: lab),
            relatedness: try await .measure(parameters, in: lab),
            toy: try await .measure(parameters, in: lab), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
