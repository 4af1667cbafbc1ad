import Notebook

/// Section 7.10: bagging and the error of an average.
public struct BaggingSection: Section {
    public init() {}

    public static let info = SectionInfo(
        slug: "bagging", title: "Bagging and other ensemble methods", readsImages: true)

    /// Everything that the page shows.
    public struct Results: Codable, Sendable {
        public var cartoon: Cartoon
        public var errors: EnsembleErrors
        public var bootstrap: BootstrapShares
        public var networks: [NetworkEnsemble]
        public let dataName: String
        public let parameters: Parameters
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            cartoonReplicates: 40, flipProbability: 0.03, draws: 20_000, largestEnsemble: 12, bootstrapDraws: 2_000,
            networkReplicates: 6, networks: 6, trainingPool: 6_000, trainingExamples: 800, testExamples: 2_000,
            hiddenUnits: 48, epochs: 15)
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingExamples = profile == .full ? 10_000 : 40_000
        parameters.testExamples = 10_000
        parameters.hiddenUnits = profile == .full ? 256 : 800
        return parameters
    }

    public func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            cartoon: try await Cartoon.run(parameters, in: lab),
            errors: try await EnsembleErrors.run(parameters, in: lab, equations: .chapter),
            bootstrap: try await BootstrapShares.run(parameters, in: lab, equations: .chapter),
            networks: try await NetworkEnsemble.run(parameters, in: lab),
            dataName: lab.dataName, parameters: parameters)
    }

    public func present(_ results: Results) throws -> Page {
        try Page {
            try Self.figures(results)
            Self.values(results)
            Self.claims(results).map(PageElement.claim)
        }
    }
}
