import Laboratory

/// Small trained networks whose ensembles are enumerated, and shortcuts to their averages.
public struct Approximation: Experiment {
    /// The formulas that are held against networks.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How far is the weight scaling rule from the average over all sub-networks?"

    public struct Parameters: Codable, Sendable {
        @Parameter("networks of each kind whose ensembles are enumerated", in: 2...10_000) public var replicates = 15
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Kullback–Leibler divergences from the ensembles, one entry a network.
        public let masks: Int
        /// Names of the hidden units' kinds, in the order of all that follows.
        public let kinds: [String]
        /// From the geometric and from the arithmetic mean to the weight scaling rule.
        public var geometric: [[Double]]
        public var arithmetic: [[Double]]
        /// From the arithmetic mean to fast dropout; rectifiers and tanh only.
        public var fast: [[Double]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let kinds = [UnitKind.rectifier, .tanh, .maxout]
        var measured = Results(
            masks: 1 << (SmallTask.inputs + SmallTask.units), kinds: kinds.map(\.rawValue), geometric: [],
            arithmetic: [], fast: [])
        let networks = try await lab.map("enumerated networks", over: kinds, replicates: parameters.replicates) {
            [equations] in try SmallTask($2.stream("enumerated", $1), $0).divergences(equations)
        }
        for (kind, runs) in zip(kinds, networks) {
            measured.geometric.append(runs.map(\.geometric))
            measured.arithmetic.append(runs.map(\.arithmetic))
            if kind != .maxout { measured.fast.append(runs.map(\.fast)) }
        }
        return measured
    }
}
