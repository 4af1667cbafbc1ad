import Notebook

/// The chapter's introduction: what regularization buys and what it costs.
public struct WhyRegularizeSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "why-regularize", title: "Why regularize")

    public static func parameters(for profile: Profile) -> Parameters {
        let isQuick = profile == .quick
        return Parameters(
            noise: 1, redraws: 4000, examples: 30, features: 20, replicates: isQuick ? 60 : 300, tests: 500,
            widths: isQuick ? [1, 2, 4, 8, 16, 32, 64] : [1, 2, 4, 8, 16, 32, 64, 128, 256],
            decays: isQuick ? [0.02, 0.1] : [0.003, 0.01, 0.03, 0.1],
            learningRate: isQuick ? 0.05 : 0.02, networkExamples: 100, networkReplicates: isQuick ? 16 : 40,
            epochs: isQuick ? 500 : 1000)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the section's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            fits: try .measure(in: lab), trade: try .measure(parameters, in: lab, equations: equations),
            sweep: try await .measure(parameters, in: lab), widths: try await .measure(parameters, in: lab),
            parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
