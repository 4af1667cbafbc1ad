import Notebook

/// Section 7.7: early stopping.
public struct EarlyStoppingSection: Section {
    public init() {}

    public static let info = SectionInfo(
        slug: "early-stopping", title: "Early stopping as a form of regularization", readsImages: true)

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            runs: 6, trainingExamples: 500, validationExamples: 1_000, maxoutUnits: 48, maxoutPieces: 4, keepInput: 0.8,
            keepHidden: 0.5, learningRate: 0.1, maxNorm: 1.9365, momentum: 0.5, batchSize: 50, epochs: 100,
            patience: 10, problems: 20,
            scriptedSequences: 500, matchedDraws: 100, stoppedAt: 20)
        guard profile != .quick else { return parameters }
        parameters.runs = 5
        parameters.trainingExamples = profile == .full ? 10_000 : 50_000
        parameters.validationExamples = 10_000
        parameters.maxoutUnits = 240
        parameters.maxoutPieces = 5
        parameters.batchSize = 100
        parameters.epochs = profile == .full ? 100 : 300
        return parameters
    }

    public func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            runs: try await LearningRun.train(parameters, in: lab),
            algorithm: try AlgorithmMeasurements.measure(parameters, in: lab),
            monitor: try await MonitorMeasurements.measure(parameters, in: lab),
            analysis: try await analysis(parameters, in: lab, equations: .chapter), dataName: lab.dataName,
            parameters: parameters)
    }

    /// The part of the experiment that needs no network, with `equations` in place of the chapter's.
    package func analysis(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Analysis {
        Analysis(
            quadratic: try .measure(parameters, in: lab, equations: equations),
            filters: try await .measure(parameters, in: lab, equations: equations),
            trajectory: try .measure(parameters, in: lab, equations: equations))
    }

    public func present(_ results: Results) throws -> Page {
        try Page {
            try Self.figures(results)
            Self.values(results)
            Self.claims(results).map(PageElement.claim)
        }
    }
}
