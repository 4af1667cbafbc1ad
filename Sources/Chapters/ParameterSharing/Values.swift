import Learning
import Notebook

extension ParameterSharingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        tyingValues(results)
        hybridValues(results)
        layerValues(results)
        networkValues(results)
    }

    @PageBuilder
    private static func tyingValues(_ results: Results) -> [PageElement] {
        let (tying, parameters, limits) = (results.tying, results.parameters, results.limits)
        let last = parameters.distances.count - 1
        Value("slope", limits.slope)
        Value("separate-error", limits.separateError)
        Value("pooled-error", limits.pooledError)
        Value("shrinkage-error", limits.shrinkageError)
        Value("pairs", parameters.replicates)
        Value("features", parameters.features)
        Value("examples", parameters.examples)
        Value("largest-distance", parameters.distances[last])
        Value("equal-separate", Estimate(of: tying.separate[0]))
        Value("equal-tied", Estimate(of: tying.chosen[0]))
        Value("equal-pooled", Estimate(of: tying.pooled[0]))
        Value("distant-separate", Estimate(of: tying.separate[last]))
        Value("distant-tied", Estimate(of: tying.chosen[last]))
        Value("distant-pooled", Estimate(of: tying.pooled[last]))
        Value("equal-best", results.bestStrengths[0])
        Value("distant-best", results.bestStrengths[last])
    }

    @PageBuilder
    private static func hybridValues(_ results: Results) -> [PageElement] {
        let (hybrid, parameters) = (results.hybrid, results.parameters)
        let last = parameters.labelled.count - 1
        let few = results.fewLabels
        Value("data-name", results.dataName)
        Value("components", parameters.components)
        Value("unlabelled", parameters.unlabelled)
        Value("validation-images", parameters.validationImages)
        Value("test-images", parameters.testImages)
        Value("hybrid-replicates", parameters.hybridReplicates)
        Value("fewest-labels", parameters.labelled[0])
        Value("few-labels", parameters.labelled[few])
        Value("fewest-gain", Estimate(of: results.hybridGains(0)))
        Value("most-labels", parameters.labelled[last])
        Value("few-discriminative", Estimate(of: hybrid.discriminative[few]))
        Value("few-tied", Estimate(of: hybrid.tied[few]))
        Value("few-generative", Estimate(of: hybrid.generative[few]))
        Value("many-discriminative", Estimate(of: hybrid.discriminative[last]))
        Value("many-tied", Estimate(of: hybrid.tied[last]))
        Value("many-generative", Estimate(of: hybrid.generative[last]))
    }

    @PageBuilder
    private static func layerValues(_ results: Results) -> [PageElement] {
        let (counts, equivariance) = (results.counts, results.equivariance)
        Value("channels", results.parameters.channels)
        Value("filter-side", results.parameters.filterSide)
        Value("dense-over-shared", Double(counts.counts[2]) / Double(counts.counts[0]))
        Value("layer-units", counts.units)
        Value("copied-error", counts.copiedError)
        Value("shift", equivariance.picture.shift)
        Value("ring-error", equivariance.ringError)
        Value("interior-error", equivariance.interiorError)
        Value("border-error", equivariance.borderError)
        Value("local-error", equivariance.localError)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let (networks, parameters) = (results.networks, results.parameters)
        let last = networks.counts.count - 1
        Value("network-replicates", parameters.networkReplicates)
        Value("steps", parameters.steps)
        Value("convolution-rate", parameters.convolutionRate)
        Value("local-rate", parameters.localRate)
        Value("dense-rate", parameters.denseRate)
        Value("fewest-images", networks.counts[0])
        Value("most-images", networks.counts[last])
        Value("few-convolution", Estimate(of: networks.convolution[0]))
        Value("few-local", Estimate(of: networks.local[0]))
        Value("few-dense", Estimate(of: networks.dense[0]))
        Value("many-convolution", Estimate(of: networks.convolution[last]))
        Value("many-local", Estimate(of: networks.local[last]))
        Value("many-dense", Estimate(of: networks.dense[last]))
        Value("few-gap", Estimate(of: networks.dense[0].subtracting(networks.convolution[0])))
        Value("many-gap", Estimate(of: networks.dense[last].subtracting(networks.convolution[last])))
        Value("convolution-changes", Estimate(of: networks.convolutionChanges))
        Value("local-changes", Estimate(of: networks.localChanges))
        Value("dense-changes", Estimate(of: networks.denseChanges))
    }
}
