import Notebook

/// Section 7.2: penalties on the norm of the parameters.
public struct NormPenaltiesSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "norm-penalties", title: "Parameter norm penalties")

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(
            alpha: 0.5, beta: 0.45, comparedAlpha: 0.45, problems: 20, dimensions: 6,
            replicates: profile == .quick ? 20 : 100, pathExamples: 60, pathFeatures: 10, pathSupport: 4, pathNoise: 1,
            dataSets: 60, centerSets: 400, selectionSets: profile == .quick ? 120 : 500, layerReplicates: 12,
            layerSteps: 400)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            landscapes: try .measure(parameters, in: lab, equations: equations),
            decay: try .measure(parameters, in: lab, equations: equations),
            shrinkage: try .measure(parameters, in: lab, equations: equations),
            lasso: try await .measure(parameters, in: lab, equations: equations),
            priors: try .measure(parameters, in: lab, equations: equations),
            paths: try .measure(parameters, in: lab), offsets: try await .measure(parameters, in: lab),
            layers: try await .measure(parameters, in: lab), centers: try await .measure(parameters, in: lab),
            selection: try await .measure(parameters, in: lab),
            bases: try await .measure(parameters, in: lab, equations: equations), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
