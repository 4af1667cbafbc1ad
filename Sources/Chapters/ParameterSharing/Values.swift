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
        PageElement.value("slope", limits.slope)
        PageElement.value("separate-error", limits.separateError)
        PageElement.value("pooled-error", limits.pooledError)
        PageElement.value("shrinkage-error", limits.shrinkageError)
        PageElement.value("pairs", parameters.replicates)
        PageElement.value("features", parameters.features)
        PageElement.value("examples", parameters.examples)
        PageElement.value("largest-distance", parameters.distances[last])
        PageElement.value("equal-separate", Estimate(of: tying.separate[0]))
        PageElement.value("equal-tied", Estimate(of: tying.chosen[0]))
        PageElement.value("equal-pooled", Estimate(of: tying.pooled[0]))
        PageElement.value("distant-separate", Estimate(of: tying.separate[last]))
        PageElement.value("distant-tied", Estimate(of: tying.chosen[last]))
        PageElement.value("distant-pooled", Estimate(of: tying.pooled[last]))
        PageElement.value("equal-best", results.bestStrengths[0])
        PageElement.value("distant-best", results.bestStrengths[last])
    }

    @PageBuilder
    private static func hybridValues(_ results: Results) -> [PageElement] {
        let (hybrid, parameters) = (results.hybrid, results.parameters)
        let last = parameters.labelled.count - 1
        let few = results.fewLabels
        PageElement.value("data-name", results.dataName)
        PageElement.value("components", parameters.components)
        PageElement.value("unlabelled", parameters.unlabelled)
        PageElement.value("validation-images", parameters.validationImages)
        PageElement.value("test-images", parameters.testImages)
        PageElement.value("hybrid-replicates", parameters.hybridReplicates)
        PageElement.value("fewest-labels", parameters.labelled[0])
        PageElement.value("few-labels", parameters.labelled[few])
        PageElement.value("fewest-gain", Estimate(of: results.hybridGains(0)))
        PageElement.value("most-labels", parameters.labelled[last])
        PageElement.value("few-discriminative", Estimate(of: hybrid.discriminative[few]))
        PageElement.value("few-tied", Estimate(of: hybrid.tied[few]))
        PageElement.value("few-generative", Estimate(of: hybrid.generative[few]))
        PageElement.value("many-discriminative", Estimate(of: hybrid.discriminative[last]))
        PageElement.value("many-tied", Estimate(of: hybrid.tied[last]))
        PageElement.value("many-generative", Estimate(of: hybrid.generative[last]))
    }

    @PageBuilder
    private static func layerValues(_ results: Results) -> [PageElement] {
        let (counts, equivariance) = (results.counts, results.equivariance)
        PageElement.value("channels", results.parameters.channels)
        PageElement.value("filter-side", results.parameters.filterSide)
        PageElement.value("dense-over-shared", Double(counts.counts[2]) / Double(counts.counts[0]))
        PageElement.value("layer-units", counts.units)
        PageElement.value("copied-error", counts.copiedError)
        PageElement.value("shift", equivariance.picture.shift)
        PageElement.value("ring-error", equivariance.ringError)
        PageElement.value("interior-error", equivariance.interiorError)
        PageElement.value("border-error", equivariance.borderError)
        PageElement.value("local-error", equivariance.localError)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let (networks, parameters) = (results.networks, results.parameters)
        let last = networks.counts.count - 1
        PageElement.value("network-replicates", parameters.networkReplicates)
        PageElement.value("steps", parameters.steps)
        PageElement.value("convolution-rate", parameters.convolutionRate)
        PageElement.value("local-rate", parameters.localRate)
        PageElement.value("dense-rate", parameters.denseRate)
        PageElement.value("fewest-images", networks.counts[0])
        PageElement.value("most-images", networks.counts[last])
        PageElement.value("few-convolution", Estimate(of: networks.convolution[0]))
        PageElement.value("few-local", Estimate(of: networks.local[0]))
        PageElement.value("few-dense", Estimate(of: networks.dense[0]))
        PageElement.value("many-convolution", Estimate(of: networks.convolution[last]))
        PageElement.value("many-local", Estimate(of: networks.local[last]))
        PageElement.value("many-dense", Estimate(of: networks.dense[last]))
        PageElement.value("few-gap", Estimate(of: networks.dense[0].subtracting(networks.convolution[0])))
        PageElement.value("many-gap", Estimate(of: networks.dense[last].subtracting(networks.convolution[last])))
        PageElement.value("convolution-changes", Estimate(of: networks.convolutionChanges))
        PageElement.value("local-changes", Estimate(of: networks.localChanges))
        PageElement.value("dense-changes", Estimate(of: networks.denseChanges))
    }
}
