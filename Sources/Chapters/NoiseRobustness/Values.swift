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
        Value("problems", results.parameters.problems)
        Value("input-taylor-power", results.input.taylorPower)
        Value("input-objective-power", results.input.objectivePower)
        Value("input-exact-error", results.input.exactError)
        Value("weight-taylor-power", results.weight.taylorPower)
        Value("weight-draw-power", results.weight.drawPower)
        Value("weight-objective-power", results.weight.objectivePower)
        Value("nu", results.parameters.inputVariance)
        Value("eta", results.parameters.weightVariance)
        Value("printed-miss", results.weight.printedMiss)
        Value("corrected-miss", results.weight.correctedMiss)
    }

    @PageBuilder
    private static func minimizerValues(_ minimizers: MinimizerMeasurements) -> [PageElement] {
        Value("noisy-rate", minimizers.noisyRate)
        Value("expanded-rate", minimizers.expandedRate)
        Value("penalized-rate", minimizers.penalizedRate)
        Value("excess", minimizers.excess)
        Value("function-power", minimizers.functionPower)
        Value("shift-error", minimizers.shiftError)
        Value("middle-power", minimizers.middlePower)
        Value("value-power", minimizers.valuePower)
        Value("function-gap", minimizers.functionGap)
        Value("weight-noisy-rate", minimizers.weightNoisyRate)
        Value("weight-expanded-rate", minimizers.weightExpandedRate)
        Value("weight-penalized-rate", minimizers.weightPenalizedRate)
    }

    @PageBuilder
    private static func linearValues(_ linear: LinearMeasurements) -> [PageElement] {
        Value("linear-penalty-error", linear.penaltyError)
        Value("ridge-error", linear.ridgeError)
        Value("rescaled-penalty", linear.rescaledPenalty)
        Value("rescaled-decay", linear.rescaledDecay)
        Value("weight-penalty", linear.weightPenalty)
        Value("offset-penalty", linear.offsetPenalty)
        Value("weight-gradient", linear.weightGradient)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let networks = results.networks
        let last = results.parameters.networkVariances.count - 1
        Value("network-examples", networks.examples)
        Value("network-replicates", networks.sensitivities.count)
        Value("network-steps", results.parameters.networkSteps)
        Value("largest-variance", results.parameters.networkVariances[last])
        Value("plain-sensitivity", Estimate(of: networks.sensitivities.map { $0[0] }))
        Value("noisy-sensitivity", Estimate(of: networks.sensitivities.map { $0[last] }))
        Value("best-variance", results.parameters.networkVariances[networks.bestVariance])
        Value(
            "test-gain",
            Estimate(of: networks.testErrors.map { $0[0] - $0[networks.bestVariance] }))
        Value("network-weight-variance", results.parameters.networkWeightVariance)
        Value("plain-rise", Estimate(of: networks.plainRises.map { $0[2] }))
        Value("noisy-rise", Estimate(of: networks.noisyRises.map { $0[2] }))
        Value("rise-radius", networks.radii[2])
        Value("plain-training", Estimate(of: networks.plainLosses))
        Value("noisy-training", Estimate(of: networks.noisyLosses))
        Value("valley-variance", results.valley.variance)
        Value("valley-steps", results.valley.steps)
        Value("valley-plain-rise", results.valley.plainRise)
        Value("valley-noisy-rise", results.valley.noisyRise)
    }

    @PageBuilder
    private static func posteriorValues(_ results: Results) -> [PageElement] {
        Value("posterior-draws", results.parameters.posteriorDraws)
        Value("posterior-replicates", results.posterior.fitRatios.count)
        Value("fit-ratio", Estimate(of: results.posterior.fitRatios))
        Value("matched-ratio", Estimate(of: results.posterior.matchedRatios))
        Value("fit-error", Estimate(of: results.posterior.fitErrors))
        Value("isotropic-error", Estimate(of: results.posterior.isotropicErrors))
        Value("isotropic-even-ratio", Estimate(of: results.posterior.isotropicRatios))
    }
}

extension NetworkMeasurements {
    /// The place of the noise variance with the lowest mean test error.
    var bestVariance: Int {
        let means = (testErrors.first ?? []).indices.map { place in testErrors.map { $0[place] }.mean }
        return means.indices.min { means[$0] < means[$1] } ?? 0
    }
}
