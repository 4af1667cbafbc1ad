import Notebook

/// Section 7.5: more data, real and made.
public struct DatasetAugmentationSection: Section, Study {
    public init() {}

    public static let info = SectionInfo(
        slug: "dataset-augmentation", title: "Dataset augmentation")
    public static let readsImages = true

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(
            side: 14, trainingPool: 6_000, testExamples: 2_000, hiddenUnits: 50, steps: 500, copies: 8,
            curveSizes: [50, 100, 200, 400, 800], curveReplicates: 6,
            schemeExamples: 100, schemeSteps: 1_000, schemeReplicates: 16, flipExamples: 200, flipReplicates: 8,
            trainingNoise: [0, 0.2, 0.5], testNoise: [0, 0.2, 0.4, 0.6, 0.8], comparedNoise: 0.4,
            noiseExamples: 800, noiseReplicates: 6,
            noisyUnits: 100, hiddenNoise: [0, 0.5, 1, 2], hiddenExamples: 200, hiddenReplicates: 16,
            codeUnits: 64, unlabelledExamples: 500, labelledExamples: 5, labelledDraws: 8, corruption: 0.3,
            codeSteps: 1_500,
            codeReplicates: 16)
        guard profile != .quick else { return parameters }
        parameters.side = 28
        parameters.trainingPool = 50_000
        parameters.testExamples = 10_000
        parameters.hiddenUnits = 256
        parameters.steps = 2_000
        parameters.curveSizes = [100, 300, 1_000, 3_000, 10_000]
        parameters.schemeExamples = 1_000
        parameters.schemeSteps = 4_000
        parameters.schemeReplicates = 10
        parameters.flipExamples = 1_000
        parameters.noiseExamples = 10_000
        parameters.hiddenExamples = 1_000
        parameters.codeUnits = 256
        parameters.unlabelledExamples = 5_000
        parameters.labelledExamples = 10
        parameters.codeSteps = 4_000
        return parameters
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        try await measure(parameters, in: lab, equations: .chapter)
    }

    /// The experiment with `equations` in place of the chapter's.
    package func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        Results(
            gallery: try .draw(parameters, in: lab),
            curves: try await .measure(parameters, in: lab),
            schemes: try await .measure(parameters, in: lab),
            flips: try await .measure(parameters, in: lab),
            robustness: try await .measure(parameters, in: lab),
            hidden: try await .measure(parameters, in: lab),
            dropout: try .measure(in: lab, equations: equations),
            codes: try await .measure(parameters, in: lab),
            dataName: lab.dataName, parameters: parameters)
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        try Self.figures(results)
        Self.values(results)
        Self.claims(results)
    }
}
