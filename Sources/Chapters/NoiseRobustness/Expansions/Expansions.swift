import Laboratory

/// The expansions of the objective with noise on inputs (equations 7.14 to 7.17) and on weights (7.18 to 7.22).
public struct Expansions: Experiment {
    /// The formulas that are held against averages over the noise.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How well do the chapter's expansions describe an objective with noise?"

    public struct Parameters: Codable, Sendable {
        @Parameter("variance $\\nu$ of the noise on inputs that the printed (7.22) takes", in: 0...10)
        public var inputVariance = 0.003
        @Parameter("variance $\\eta$ of the noise on weights where (7.22) is held against it", in: 1e-9...10)
        public var weightVariance = 0.001
        @Parameter("random networks on which each expansion is measured", in: 1...10_000) public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public var input: InputExpansion
        public var weight: WeightExpansion
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            input: try .measured(parameters, in: lab, equations: equations),
            weight: try .measured(parameters, in: lab, equations: equations))
    }
}
