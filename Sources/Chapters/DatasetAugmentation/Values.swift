import Learning
import Notebook

extension DatasetAugmentationSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        Value("data", results.dataName)
        Value("side", results.parameters.side)
        Value("steps", results.parameters.steps)
        Value("copies", results.parameters.copies)
        Value("hidden-units", results.parameters.hiddenUnits)
        curveValues(results)
        schemeValues(results)
        flipValues(results)
        robustnessValues(results)
        hiddenValues(results)
        codeValues(results)
    }

    @PageBuilder
    private static func curveValues(_ results: Results) -> [PageElement] {
        let curves = results.curves
        let last = curves.sizes.count - 1
        Value("fewest", curves.sizes[0])
        Value("most", curves.sizes[last])
        Value("curve-replicates", curves.plain.count)
        Value("error-fewest", Estimate(of: curves.plain.map { $0[0] }))
        Value("error-most", Estimate(of: curves.plain.map { $0[last] }))
        Value("slope", curves.slope)
        let translated = curves.errors[curves.schemes.firstIndex(of: .translation) ?? 0]
        Value("translated-fewest", Estimate(of: translated.map { $0[0] }))
        let noisy = curves.errors[curves.schemes.firstIndex(of: .noise) ?? 0]
        Value("noise-cost", Estimate(of: zip(noisy, curves.plain).map { $0[last] - $1[last] }))
    }

    @PageBuilder
    private static func schemeValues(_ results: Results) -> [PageElement] {
        let schemes = results.schemes
        let (none, moved, all) = (
            schemes.place(of: .none), schemes.place(of: .translation), schemes.place(of: .combined)
        )
        Value("scheme-examples", results.parameters.schemeExamples)
        Value("scheme-replicates", schemes.connected.count)
        Value("connected-plain", Estimate(of: schemes.connected.map { $0[none] }))
        Value("convolutional-plain", Estimate(of: schemes.convolutional.map { $0[none] }))
        Value("connected-gain", Estimate(of: schemes.connected.map { $0[none] - $0[moved] }))
        Value("convolutional-gain", Estimate(of: schemes.convolutional.map { $0[none] - $0[moved] }))
        let pairs = zip(schemes.connected, schemes.convolutional)
        Value("matched-none", Estimate(of: pairs.map { $0[none] - $1[none] }))
        Value("matched-all", Estimate(of: pairs.map { $0[all] - $1[all] }))
        Value("mismatched", Estimate(of: pairs.map { $1[none] - $0[all] }))
    }

    @PageBuilder
    private static func flipValues(_ results: Results) -> [PageElement] {
        let flips = results.flips
        let all = Array(0..<10)
        Value("broken-plain", Estimate(of: flips.plain.map { $0.error(of: [6, 9]) }))
        Value("broken-turned", Estimate(of: flips.turned.map { $0.error(of: [6, 9]) }))
        Value("control-plain", Estimate(of: flips.plain.map { $0.error(of: [0, 1, 8]) }))
        Value("control-turned", Estimate(of: flips.turned.map { $0.error(of: [0, 1, 8]) }))
        Value("overall-plain", Estimate(of: flips.plain.map { $0.error(of: all) }))
        Value("overall-turned", Estimate(of: flips.turned.map { $0.error(of: all) }))
        Value("letters-plain", Estimate(of: flips.plainLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        Value("letters-mirrored", Estimate(of: flips.mirroredLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        Value("letters-control", Estimate(of: flips.mirroredLetters.map { $0.error(of: [4, 5]) }))
        Value(
            "mirrored-five",
            Estimate(of: zip(flips.mirrored, flips.plain).map { $0.error(of: [5]) - $1.error(of: [5]) }))
    }

    @PageBuilder
    private static func robustnessValues(_ results: Results) -> [PageElement] {
        let robustness = results.robustness
        let place = results.comparedNoise
        let last = robustness.trainingNoise.count - 1
        Value("noise-examples", results.parameters.noiseExamples)
        Value("compared-noise", robustness.testNoise[place])
        Value("some-noise", robustness.trainingNoise[1])
        Value("most-noise", robustness.trainingNoise[last])
        Value("clean-clean", Estimate(of: robustness.errors.map { $0[0][0] }))
        Value("clean-noisy", Estimate(of: robustness.errors.map { $0[0][place] }))
        Value("some-noisy", Estimate(of: robustness.errors.map { $0[1][place] }))
        Value("some-cost", Estimate(of: robustness.errors.map { $0[1][0] - $0[0][0] }))
        Value("most-cost", Estimate(of: robustness.errors.map { $0[last][0] - $0[0][0] }))
    }

    @PageBuilder
    private static func hiddenValues(_ results: Results) -> [PageElement] {
        let hidden = results.hidden
        Value("noisy-units", results.parameters.noisyUnits)
        Value("hidden-examples", results.parameters.hiddenExamples)
        Value("hidden-replicates", results.parameters.hiddenReplicates)
        Value("hidden-plain", Estimate(of: hidden.test[hidden.place(of: .multiplied)].map { $0[0] }))
        Value("hidden-gain", Estimate(of: hidden.gains(.multiplied)))
        Value("hidden-excess", Estimate(of: hidden.excess(.multiplied)))
        Value("dropout-gain", Estimate(of: hidden.gains(.dropped)))
        Value("added-gain", Estimate(of: hidden.gains(.added)))
        Value("moment-error", results.dropout.covarianceError)
        Value("layer-error", results.dropout.layerError)
    }

    @PageBuilder
    private static func codeValues(_ results: Results) -> [PageElement] {
        let codes = results.codes
        Value("code-units", results.parameters.codeUnits)
        Value("unlabelled", results.parameters.unlabelledExamples)
        Value("labelled", results.parameters.labelledExamples)
        Value("labelled-draws", results.parameters.labelledDraws)
        Value("corruption", results.parameters.corruption)
        Value("code-replicates", codes.plain.count)
        Value("pixel-error", Estimate(of: codes.pixels))
        Value("plain-error", Estimate(of: codes.plain))
        Value("denoising-error", Estimate(of: codes.denoising))
        Value("code-gain", Estimate(of: zip(codes.plain, codes.denoising).map { $0 - $1 }))
    }
}
