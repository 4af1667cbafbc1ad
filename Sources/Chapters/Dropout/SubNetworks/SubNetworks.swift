import Laboratory

/// Dropout beside what it stands for: sub-networks trained alone on resamples and averaged.
public struct SubNetworks: Experiment {
    public init() {}

    public static let question = "Does dropout come near to bagging of its sub-networks?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("sub-networks in each bagged ensemble", in: 1...10_000) public var members = 40
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Sub-networks in each bagged ensemble.
        public let members: Int
        /// Mean absolute distances of a class's probability on test inputs: of dropout and of plain training from a bagged
        /// ensemble, and of two such ensembles from each other; one entry a data set.
        public var dropoutDistances: [Double]
        public var plainDistances: [Double]
        public var baggedDistances: [Double]
        /// Misclassified shares of test inputs.
        public var dropoutErrors: [Double]
        public var plainErrors: [Double]
        public var baggedErrors: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let outcomes = try await lab.map(
            "sub-networks alone", replicates: parameters.replicates, of: SubNetworkItem(members: parameters.members)
        ) { item, replicate, lab in
            try item.outcome(lab.stream("sub-networks", replicate))
        }
        return Results(
            members: parameters.members, dropoutDistances: outcomes.map(\.dropoutDistance),
            plainDistances: outcomes.map(\.plainDistance), baggedDistances: outcomes.map(\.baggedDistance),
            dropoutErrors: outcomes.map(\.dropoutError), plainErrors: outcomes.map(\.plainError),
            baggedErrors: outcomes.map(\.baggedError))
    }
}
