import Notebook

/// Section 7.11: dropout.
public struct DropoutSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(slug: "dropout", title: "Dropout")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        switch profile {
        case .quick: .quick
        case .full: .full
        case .paper: .paper
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let fast = try await FastTraining.measure(parameters, in: lab, equations: .chapter)
        return Results(
            exact: try exact(parameters, in: lab, equations: .chapter), fast: fast,
            sampling: try await .measure(parameters, in: lab),
            comparison: try await .measure(parameters, in: lab),
            sizes: try await .measure(parameters, in: lab), widths: try await .measure(parameters, in: lab),
            sequences: try await .measure(parameters, in: lab),
            bagging: try await .measure(parameters, in: lab), dataName: lab.dataName, parameters: parameters)
    }

    /// The part of the experiment in which every sub-network is enumerated, with `equations` in place of the chapter's.
    package func exact(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> Enumerations {
        Enumerations(
            members: try .measure(parameters, in: lab, equations: equations),
            scaling: try .measure(parameters, in: lab, equations: equations),
            approximation: try .measure(parameters, in: lab, equations: equations),
            relatives: .measure(parameters, in: lab, equations: equations), cost: try .measure(in: lab))
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
