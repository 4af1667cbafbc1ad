import Notebook

/// Section 7.13: adversarial training.
public struct AdversarialTrainingSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "adversarial-training", title: "Adversarial training")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            replicates: 6, trainingExamples: 1_000, trainingPool: 4_000, validationExamples: 1_000, testExamples: 2_000,
            attackedExamples: 300, halved: true, units: 60, pieces: 2, keepInput: 1, keepHidden: 1, learningRate: 0.1,
            momentum: 0.7, maxNorm: 4, batchSize: 50, epochs: 30,
            epsilons: [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3], epsilon: 0.25, comparedEpsilon: 0.05,
            trainingEpsilons: [0.02, 0.05, 0.1],
            tuningReplicates: 2, cleanShare: 0.5, searchSteps: 10, trainingSteps: 4, searchStarts: 3, centres: 500,
            pictureEpsilon: 0.1, linearDraws: 40)
        guard profile != .quick else { return parameters }
        parameters.replicates = 5
        parameters.searchSteps = 20
        parameters.trainingExamples = 50_000
        parameters.trainingPool = 50_000
        parameters.validationExamples = 10_000
        parameters.testExamples = 10_000
        parameters.attackedExamples = profile == .full ? 1_000 : 10_000
        parameters.halved = false
        parameters.units = 240
        parameters.pieces = 5
        parameters.keepInput = 0.8
        parameters.keepHidden = 0.5
        parameters.maxNorm = 1.9365
        parameters.comparedEpsilon = 0.25
        parameters.batchSize = 100
        parameters.epochs = profile == .full ? 15 : 250
        parameters.trainingEpsilons = [0.25]
        parameters.centres = 2_000
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        try await .measure(parameters, in: lab, equations: equations)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
