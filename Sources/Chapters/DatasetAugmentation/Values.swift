import Learning
import Notebook

extension DatasetAugmentationSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        PageElement.value("data", results.dataName)
        PageElement.value("side", results.parameters.side)
        PageElement.value("steps", results.parameters.steps)
        PageElement.value("copies", results.parameters.copies)
        PageElement.value("hidden-units", results.parameters.hiddenUnits)
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
        PageElement.value("fewest", curves.sizes[0])
        PageElement.value("most", curves.sizes[last])
        PageElement.value("curve-replicates", curves.plain.count)
        PageElement.value("error-fewest", Estimate(of: curves.plain.map { $0[0] }))
        PageElement.value("error-most", Estimate(of: curves.plain.map { $0[last] }))
        PageElement.value("slope", curves.slope)
        let translated = curves.errors[curves.schemes.firstIndex(of: .translation) ?? 0]
        PageElement.value("translated-fewest", Estimate(of: translated.map { $0[0] }))
        let noisy = curves.errors[curves.schemes.firstIndex(of: .noise) ?? 0]
        PageElement.value("noise-cost", Estimate(of: zip(noisy, curves.plain).map { $0[last] - $1[last] }))
    }

    @PageBuilder
    private static func schemeValues(_ results: Results) -> [PageElement] {
        let schemes = results.schemes
        let (none, moved, all) = (
            schemes.place(of: .none), schemes.place(of: .translation), schemes.place(of: .combined)
        )
        PageElement.value("scheme-examples", results.parameters.schemeExamples)
        PageElement.value("scheme-replicates", schemes.connected.count)
        PageElement.value("connected-plain", Estimate(of: schemes.connected.map { $0[none] }))
        PageElement.value("convolutional-plain", Estimate(of: schemes.convolutional.map { $0[none] }))
        PageElement.value("connected-gain", Estimate(of: schemes.connected.map { $0[none] - $0[moved] }))
        PageElement.value("convolutional-gain", Estimate(of: schemes.convolutional.map { $0[none] - $0[moved] }))
        let pairs = zip(schemes.connected, schemes.convolutional)
        PageElement.value("matched-none", Estimate(of: pairs.map { $0[none] - $1[none] }))
        PageElement.value("matched-all", Estimate(of: pairs.map { $0[all] - $1[all] }))
        PageElement.value("mismatched", Estimate(of: pairs.map { $1[none] - $0[all] }))
    }

    @PageBuilder
    private static func flipValues(_ results: Results) -> [PageElement] {
        let flips = results.flips
        let all = Array(0..<10)
        PageElement.value("broken-plain", Estimate(of: flips.plain.map { $0.error(of: [6, 9]) }))
        PageElement.value("broken-turned", Estimate(of: flips.turned.map { $0.error(of: [6, 9]) }))
        PageElement.value("control-plain", Estimate(of: flips.plain.map { $0.error(of: [0, 1, 8]) }))
        PageElement.value("control-turned", Estimate(of: flips.turned.map { $0.error(of: [0, 1, 8]) }))
        PageElement.value("overall-plain", Estimate(of: flips.plain.map { $0.error(of: all) }))
        PageElement.value("overall-turned", Estimate(of: flips.turned.map { $0.error(of: all) }))
        PageElement.value("letters-plain", Estimate(of: flips.plainLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        PageElement.value("letters-mirrored", Estimate(of: flips.mirroredLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        PageElement.value("letters-control", Estimate(of: flips.mirroredLetters.map { $0.error(of: [4, 5]) }))
        PageElement.value(
            "mirrored-five",
            Estimate(of: zip(flips.mirrored, flips.plain).map { $0.error(of: [5]) - $1.error(of: [5]) }))
    }

    @PageBuilder
    private static func robustnessValues(_ results: Results) -> [PageElement] {
        let robustness = results.robustness
        let place = results.comparedNoise
        let last = robustness.trainingNoise.count - 1
        PageElement.value("noise-examples", results.parameters.noiseExamples)
        PageElement.value("compared-noise", robustness.testNoise[place])
        PageElement.value("some-noise", robustness.trainingNoise[1])
        PageElement.value("most-noise", robustness.trainingNoise[last])
        PageElement.value("clean-clean", Estimate(of: robustness.errors.map { $0[0][0] }))
        PageElement.value("clean-noisy", Estimate(of: robustness.errors.map { $0[0][place] }))
        PageElement.value("some-noisy", Estimate(of: robustness.errors.map { $0[1][place] }))
        PageElement.value("some-cost", Estimate(of: robustness.errors.map { $0[1][0] - $0[0][0] }))
        PageElement.value("most-cost", Estimate(of: robustness.errors.map { $0[last][0] - $0[0][0] }))
    }

    @PageBuilder
    private static func hiddenValues(_ results: Results) -> [PageElement] {
        let hidden = results.hidden
        PageElement.value("noisy-units", results.parameters.noisyUnits)
        PageElement.value("hidden-examples", results.parameters.hiddenExamples)
        PageElement.value("hidden-replicates", results.parameters.hiddenReplicates)
        PageElement.value("hidden-plain", Estimate(of: hidden.test[hidden.place(of: .multiplied)].map { $0[0] }))
        PageElement.value("hidden-gain", Estimate(of: hidden.gains(.multiplied)))
        PageElement.value("hidden-excess", Estimate(of: hidden.excess(.multiplied)))
        PageElement.value("dropout-gain", Estimate(of: hidden.gains(.dropped)))
        PageElement.value("added-gain", Estimate(of: hidden.gains(.added)))
        PageElement.value("moment-error", results.dropout.covarianceError)
        PageElement.value("layer-error", results.dropout.layerError)
    }

    @PageBuilder
    private static func codeValues(_ results: Results) -> [PageElement] {
        let codes = results.codes
        PageElement.value("code-units", results.parameters.codeUnits)
        PageElement.value("unlabelled", results.parameters.unlabelledExamples)
        PageElement.value("labelled", results.parameters.labelledExamples)
        PageElement.value("labelled-draws", results.parameters.labelledDraws)
        PageElement.value("corruption", results.parameters.corruption)
        PageElement.value("code-replicates", codes.plain.count)
        PageElement.value("pixel-error", Estimate(of: codes.pixels))
        PageElement.value("plain-error", Estimate(of: codes.plain))
        PageElement.value("denoising-error", Estimate(of: codes.denoising))
        PageElement.value("code-gain", Estimate(of: zip(codes.plain, codes.denoising).map { $0 - $1 }))
    }
}
