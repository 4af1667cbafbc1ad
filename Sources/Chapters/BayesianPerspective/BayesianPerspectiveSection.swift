import Notebook

/// Section 7.1: priors, posteriors, predictions that average over them, and penalties that are no priors.
public struct BayesianPerspectiveSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "bayesian-perspective", title: "Regularization from a Bayesian perspective")

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(
            problems: 20, shownCounts: [0, 1, 2, 5, 20, 100], noise: 0.5, dimensions: 8,
            predictiveCounts: [2, 4, 8, 16, 32, 64], replicates: profile == .quick ? 200 : 1000, tests: 200)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            posterior: try .measure(parameters, in: lab, equations: equations),
            sequence: try .measure(parameters, in: lab),
            prediction: try await .measure(parameters, in: lab, equations: equations),
            penalties: .measure(parameters, in: lab, equations: equations), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
