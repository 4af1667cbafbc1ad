import Notebook

/// Section 7.6: noise on the inputs and on the weights.
public struct NoiseRobustnessSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "noise-robustness", title: "Noise robustness")

    public static func parameters(for profile: Profile) -> Parameters {
        Parameters(
            inputVariance: 0.003, weightVariance: 0.001, problems: 20, replicates: profile == .quick ? 12 : 50,
            networkVariances: [0, 0.02, 0.08, 0.32], networkWeightVariance: 0.01,
            networkSteps: profile == .quick ? 600 : 4_000, posteriorDraws: 2_000)
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            input: try .measure(parameters, in: lab, equations: equations),
            weight: try .measure(parameters, in: lab, equations: equations),
            minimizers: try .measure(in: lab, equations: equations),
            linear: try .measure(parameters, in: lab, equations: equations),
            posterior: try await .measure(parameters, in: lab),
            networks: try await .measure(parameters, in: lab),
            valley: .measure(in: lab), parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
