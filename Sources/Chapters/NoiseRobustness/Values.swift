import Learning
import Notebook

extension NoiseRobustnessSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        expansionValues(results)
        minimizerValues(results.minimizers)
        linearValues(results.linear)
        networkValues(results)
        posteriorValues(results)
    }

    @PageBuilder
    private static func expansionValues(_ results: Results) -> [PageElement] {
        PageElement.value("problems", results.parameters.problems)
        PageElement.value("input-taylor-power", results.input.taylorPower)
        PageElement.value("input-objective-power", results.input.objectivePower)
        PageElement.value("input-exact-error", results.input.exactError)
        PageElement.value("weight-taylor-power", results.weight.taylorPower)
        PageElement.value("weight-draw-power", results.weight.drawPower)
        PageElement.value("weight-objective-power", results.weight.objectivePower)
        PageElement.value("nu", results.parameters.inputVariance)
        PageElement.value("eta", results.parameters.weightVariance)
        PageElement.value("printed-miss", results.weight.printedMiss)
        PageElement.value("corrected-miss", results.weight.correctedMiss)
    }

    @PageBuilder
    private static func minimizerValues(_ minimizers: MinimizerMeasurements) -> [PageElement] {
        PageElement.value("noisy-rate", minimizers.noisyRate)
        PageElement.value("expanded-rate", minimizers.expandedRate)
        PageElement.value("penalized-rate", minimizers.penalizedRate)
        PageElement.value("excess", minimizers.excess)
        PageElement.value("function-power", minimizers.functionPower)
        PageElement.value("shift-error", minimizers.shiftError)
        PageElement.value("middle-power", minimizers.middlePower)
        PageElement.value("value-power", minimizers.valuePower)
        PageElement.value("function-gap", minimizers.functionGap)
        PageElement.value("weight-noisy-rate", minimizers.weightNoisyRate)
        PageElement.value("weight-expanded-rate", minimizers.weightExpandedRate)
        PageElement.value("weight-penalized-rate", minimizers.weightPenalizedRate)
    }

    @PageBuilder
    private static func linearValues(_ linear: LinearMeasurements) -> [PageElement] {
        PageElement.value("linear-penalty-error", linear.penaltyError)
        PageElement.value("ridge-error", linear.ridgeError)
        PageElement.value("rescaled-penalty", linear.rescaledPenalty)
        PageElement.value("rescaled-decay", linear.rescaledDecay)
        PageElement.value("weight-penalty", linear.weightPenalty)
        PageElement.value("offset-penalty", linear.offsetPenalty)
        PageElement.value("weight-gradient", linear.weightGradient)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let networks = results.networks
        let last = results.parameters.networkVariances.count - 1
        PageElement.value("network-examples", networks.examples)
        PageElement.value("network-replicates", networks.sensitivities.count)
        PageElement.value("network-steps", results.parameters.networkSteps)
        PageElement.value("largest-variance", results.parameters.networkVariances[last])
        PageElement.value("plain-sensitivity", Estimate(of: networks.sensitivities.map { $0[0] }))
        PageElement.value("noisy-sensitivity", Estimate(of: networks.sensitivities.map { $0[last] }))
        PageElement.value("best-variance", results.parameters.networkVariances[networks.bestVariance])
        PageElement.value(
            "test-gain",
            Estimate(of: networks.testErrors.map { $0[0] - $0[networks.bestVariance] }))
        PageElement.value("network-weight-variance", results.parameters.networkWeightVariance)
        PageElement.value("plain-rise", Estimate(of: networks.plainRises.map { $0[2] }))
        PageElement.value("noisy-rise", Estimate(of: networks.noisyRises.map { $0[2] }))
        PageElement.value("rise-radius", networks.radii[2])
        PageElement.value("plain-training", Estimate(of: networks.plainLosses))
        PageElement.value("noisy-training", Estimate(of: networks.noisyLosses))
        PageElement.value("valley-variance", results.valley.variance)
        PageElement.value("valley-steps", results.valley.steps)
        PageElement.value("valley-plain-rise", results.valley.plainRise)
        PageElement.value("valley-noisy-rise", results.valley.noisyRise)
    }

    @PageBuilder
    private static func posteriorValues(_ results: Results) -> [PageElement] {
        PageElement.value("posterior-draws", results.parameters.posteriorDraws)
        PageElement.value("posterior-replicates", results.posterior.fitRatios.count)
        PageElement.value("fit-ratio", Estimate(of: results.posterior.fitRatios))
        PageElement.value("matched-ratio", Estimate(of: results.posterior.matchedRatios))
        PageElement.value("fit-error", Estimate(of: results.posterior.fitErrors))
        PageElement.value("isotropic-error", Estimate(of: results.posterior.isotropicErrors))
        PageElement.value("isotropic-even-ratio", Estimate(of: results.posterior.isotropicRatios))
    }
}

extension NetworkMeasurements {
    /// The place of the noise variance with the lowest mean test error.
    var bestVariance: Int {
        let means = (testErrors.first ?? []).indices.map { place in testErrors.map { $0[place] }.mean }
        return means.indices.min { means[$0] < means[$1] } ?? 0
    }
}
