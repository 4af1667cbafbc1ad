import Notebook

/// Section 7.9: representations most of whose elements are zero.
public struct SparseRepresentationsSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "sparse-representations", title: "Sparse representations")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            trainingPool: 4_000, trainingImages: 300, testImages: 100, replicates: 6, atoms: 49, rounds: 10, steps: 30,
            penalties: [0.02, 0.08, 0.32], entries: [2, 5, 10], residual: 0.1, units: 49,
            activityPenalties: [0, 0.01, 0.03, 0.1], studentPenalty: 0.1, divergencePenalty: 2, target: 0.1, kept: 5,
            weightPenalty: 0.002, epochs: 30, learningRate: 0.04)
        switch profile {
        case .quick: break
        case .full:
            parameters.trainingPool = 50_000
            parameters.trainingImages = 1_000
            parameters.testImages = 1_000
            parameters.replicates = 4
        case .paper:
            parameters.trainingPool = 50_000
            parameters.trainingImages = 20_000
            parameters.testImages = 10_000
            parameters.atoms = 196
            parameters.units = 196
            parameters.rounds = 50
            parameters.replicates = 10
            parameters.epochs = 50
        }
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            displays: .measure(equations: equations),
            penalties: try .measure(in: lab, equations: equations),
            coding: try await .measure(parameters, in: lab),
            autoencoders: try await .measure(parameters, in: lab),
            dataName: lab.dataName, parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
