import Notebook

/// Section 7.10: bagging and the error of an average.
public struct BaggingSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "bagging", title: "Bagging and other ensemble methods")
    public static let readsImages = true

    /// Everything that the page shows.
    public struct Results: Codable, Sendable {
        public var cartoon: Cartoon
        public var errors: EnsembleErrors
        public var bootstrap: BootstrapShares
        public var trees: [BaggedLearner]
        public var stumps: StumpEnsembles
        public var growing: GrowingNetworks
        public var networks: [NetworkEnsemble]
        public var tabular: [TabularEnsembles]
        /// Networks of the published size; nil where none were trained.
        public var published: PublishedEnsemble?
        public let dataName: String
        public let parameters: Parameters
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            cartoonReplicates: 40, flipProbability: 0.03, draws: 20_000, largestEnsemble: 12, bootstrapDraws: 500,
            treeReplicates: 24, treeMembers: 25, treeTestExamples: 1_000, boostingReplicates: 10, boostingRounds: 400,
            grownUnits: 60, tabularReplicates: 6, tabularNetworks: 8, publishedNetworks: 0, publishedEpochs: 0,
            networkReplicates: 8, networks: 6, trainingPool: 6_000, trainingExamples: 800, testExamples: 2_000,
            hiddenUnits: 48, epochs: 15)
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingExamples = profile == .full ? 10_000 : 40_000
        parameters.testExamples = 10_000
        parameters.hiddenUnits = profile == .full ? 256 : 800
        parameters.publishedNetworks = 5
        parameters.publishedEpochs = profile == .full ? 12 : 1_020
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            cartoon: try await Cartoon.run(parameters, in: lab),
            errors: try await EnsembleErrors.run(parameters, in: lab, equations: .chapter),
            bootstrap: try await BootstrapShares.run(parameters, in: lab, equations: .chapter),
            trees: try await BaggedLearner.run(parameters, in: lab),
            stumps: try await StumpEnsembles.run(parameters, in: lab),
            growing: try await GrowingNetworks.run(parameters, in: lab),
            networks: try await NetworkEnsemble.run(parameters, in: lab),
            tabular: try await TabularEnsembles.run(parameters, in: lab),
            published: try await PublishedEnsemble.run(parameters, in: lab),
            dataName: lab.dataName, parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
