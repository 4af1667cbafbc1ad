import Notebook

/// Section 7.8: parameters that are drawn together, and parameters that are one.
public struct ParameterSharingSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "parameter-sharing", title: "Parameter tying and parameter sharing")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            replicates: 200, features: 10, examples: 15, noiseVariance: 1, distances: [0, 0.5, 1, 2, 4, 8],
            strengths: [0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300], hybridReplicates: 24, labelled: [50, 100, 200, 500],
            unlabelled: 1_000, components: 40, expectations: 10, hybridStrengths: [0.01, 0.1, 1, 10, 100],
            validationImages: 500,
            testImages: 1_000, networkReplicates: 8, trainingCounts: [100, 300, 1_000], trainingPool: 4_000,
            channels: 8, filterSide: 5, steps: 400, convolutionRate: 0.05, localRate: 0.1, denseRate: 0.1)
        switch profile {
        case .quick: break
        case .full:
            parameters.replicates = 2_000
            parameters.trainingPool = 50_000
            parameters.testImages = 10_000
            parameters.validationImages = 5_000
            parameters.unlabelled = 5_000
            parameters.trainingCounts = [100, 1_000, 10_000]
            parameters.steps = 1_000
            parameters.channels = 16
        case .paper:
            parameters.replicates = 2_000
            parameters.hybridReplicates = 50
            parameters.networkReplicates = 20
            parameters.trainingPool = 50_000
            parameters.testImages = 10_000
            parameters.validationImages = 10_000
            parameters.unlabelled = 49_500
            parameters.trainingCounts = [100, 1_000, 10_000, 50_000]
            parameters.steps = 10_000
            parameters.channels = 32
        }
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            limits: try .measure(parameters, in: lab, equations: equations),
            tying: try await .measure(parameters, in: lab),
            hybrid: try await .measure(parameters, in: lab),
            counts: try .measure(parameters, in: lab, equations: equations),
            equivariance: try .measure(parameters, in: lab, equations: equations),
            networks: try await .measure(parameters, in: lab),
            dataName: lab.dataName, parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        (Self.countTable(results.counts))
        Self.values(results)
        Self.claims(results)
    }
}
