import Notebook

/// Section 7.7: early stopping.
public struct EarlyStoppingSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "early-stopping", title: "Early stopping as a form of regularization")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            runs: 8, trainingExamples: 500, validationExamples: 1_000, isHalved: false, maxoutUnits: 48,
            maxoutPieces: 4, keepInput: 0.8,
            keepHidden: 0.5, learningRate: 0.1, maxNorm: 1.9365, momentum: 0.5, batchSize: 50, epochs: 100,
            patience: 10, problems: 20,
            scriptedSequences: 500, matchedDraws: 100, stoppedAt: 20,
            retraining: RetrainingParameters(
                replicates: 20, pool: 4_000, training: 300, validation: 100, test: 2_000, isHalved: true,
                hiddenUnits: 48, learningRate: 0.1, batchSize: 20, patience: 5, limit: 80, cap: 80,
                endlessReplicates: 4,
                labelNoise: 0.4, endlessDecay: 0.01, endlessPatience: 10, endlessCap: 150, surrogateReplicates: 20,
                surrogateTraining: 300,
                surrogateEpochs: 120, shapeRuns: 3, shapeTraining: [150, 600], shapeEpochs: 80))
        guard profile != .quick else { return parameters }
        parameters.runs = 5
        parameters.isHalved = false
        parameters.trainingExamples = profile == .full ? 10_000 : 50_000
        parameters.validationExamples = 10_000
        parameters.maxoutUnits = 240
        parameters.maxoutPieces = 5
        parameters.batchSize = 100
        parameters.epochs = profile == .full ? 100 : 300
        parameters.retraining.replicates = 6
        parameters.retraining.pool = 50_000
        parameters.retraining.training = profile == .full ? 5_000 : 40_000
        parameters.retraining.validation = profile == .full ? 1_000 : 8_000
        parameters.retraining.test = 10_000
        parameters.retraining.isHalved = false
        parameters.retraining.hiddenUnits = 128
        parameters.retraining.batchSize = 50
        parameters.retraining.endlessReplicates = 2
        parameters.retraining.surrogateReplicates = 8
        parameters.retraining.surrogateTraining = 2_000
        parameters.retraining.shapeRuns = 2
        parameters.retraining.shapeTraining = [500, 4_000]
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            runs: try await LearningRun.train(parameters, in: lab),
            algorithm: try AlgorithmMeasurements.measure(parameters, in: lab),
            monitor: try await MonitorMeasurements.measure(parameters, in: lab),
            retraining: try await Retraining.run(parameters.retraining, in: lab),
            endless: try await Endless.run(parameters, in: lab),
            surrogate: try await SurrogateRun.train(parameters.retraining, in: lab),
            shapes: try await CurveShape.count(parameters.retraining, in: lab),
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

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
