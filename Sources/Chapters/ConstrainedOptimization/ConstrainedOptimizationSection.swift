import Notebook

/// Section 7.3: penalties read as constraints, and constraints in place of penalties.
public struct ConstrainedOptimizationSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "constrained-optimization", title: "Constrained optimization")

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(
            dimensions: 5, problems: 10, starts: 50, chainAlpha: 0.1, chainStart: 0.08,
            replicates: profile == .quick ? 12 : 40, deadAlphas: [0, 0.01, 0.03, 0.06], deadRadii: [1, 1.5, 2.5, 4],
            comparedAlpha: 0.03, comparedRadius: 1, deadSteps: profile == .quick ? 600 : 4_000,
            rateRadius: 1, rateSteps: profile == .quick ? 150 : 1_000)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            convex: try .measure(parameters, in: lab, equations: equations),
            region: try .measure(parameters, in: lab, equations: equations),
            nonconvex: .measure(equations: equations),
            projection: try .measure(parameters, in: lab, equations: equations),
            chain: .measure(parameters, equations: equations),
            deadUnits: try await .measure(parameters, in: lab),
            rates: try await .measure(parameters, in: lab), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
