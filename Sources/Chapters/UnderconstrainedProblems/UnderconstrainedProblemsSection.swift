import Notebook

/// Section 7.4: problems that have a solution only because they are regularized.
public struct UnderconstrainedProblemsSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "underconstrained-problems", title: "Under-constrained problems")

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(
            problems: 20, directSteps: 1_000_000, decays: [1e-3, 1e-2, 0.1], drawnDecay: 1e-3,
            replicates: profile == .quick ? 20 : 100, patience: 20, evaluateEvery: 10, evaluations: 400)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            singular: try .measure(parameters, in: lab, equations: equations),
            growth: .measure(parameters, in: lab, equations: equations),
            balance: .measure(parameters, in: lab, equations: equations),
            stopping: try await .measure(parameters, in: lab),
            inverse: try .measure(parameters, in: lab, equations: equations),
            valley: .measure(), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
