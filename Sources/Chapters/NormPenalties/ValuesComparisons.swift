import Learning
import Notebook

extension NormPenaltiesSection {
    @PageBuilder
    static func comparisonValues(_ results: Results) -> [PageElement] {
        offsetValues(results.offsets)
        layerValues(results.layers)
        centerValues(results.centers)
        selectionValues(results.selection)
    }

    @PageBuilder
    private static func offsetValues(_ offsets: OffsetMeasurements) -> [PageElement] {
        let place = offsets.comparedPlace
        PageElement.value("offset", offsets.offset)
        PageElement.value("offset-sets", offsets.free.count)
        PageElement.value("offset-alpha", offsets.alphas[place])
        PageElement.value("offset-free", Estimate(of: offsets.free.map { $0[place] }))
        PageElement.value("offset-penalized", Estimate(of: offsets.penalized.map { $0[place] }))
        PageElement.value("offset-tuned", Estimate(of: offsets.tunedGains))
        PageElement.value("offset-variance", Estimate(of: offsets.offsetVariances))
        PageElement.value("weight-variance", Estimate(of: offsets.weightVariances))
    }

    @PageBuilder
    private static func layerValues(_ layers: LayerMeasurements) -> [PageElement] {
        PageElement.value("layer-pairs", layers.alphas.count * layers.alphas.count)
        PageElement.value("layer-common", layers.alphas.count)
        PageElement.value("common-gain", Estimate(of: layers.commonGains))
        PageElement.value("pair-gain", Estimate(of: layers.pairGains))
        PageElement.value(
            "pair-advantage", Estimate(of: zip(layers.pairGains, layers.commonGains).map { $0 - $1 }))
    }

    @PageBuilder
    private static func centerValues(_ centers: CenterMeasurements) -> [PageElement] {
        let last = centers.distances.count - 1
        PageElement.value("center-sets", centers.leastSquares.count)
        PageElement.value("center-least-squares", Estimate(of: centers.leastSquares))
        PageElement.value("center-origin", Estimate(of: centers.best[centers.distances.firstIndex(of: 1) ?? last]))
        PageElement.value("center-far", Estimate(of: centers.best[last]))
        PageElement.value("center-far-distance", centers.distances[last])
    }

    @PageBuilder
    private static func selectionValues(_ selection: SelectionMeasurements) -> [PageElement] {
        PageElement.value("selection-sets", selection[.few].count)
        PageElement.value("relevant-kept", Estimate(of: selection[.few].map { Double($0.relevantKept) }))
        PageElement.value("irrelevant-kept", Estimate(of: selection[.few].map { Double($0.irrelevantKept) }))
        PageElement.value("few-gain", Estimate(of: selection[.few].map { $0.ridge - $0.lasso }))
        PageElement.value("one-gain", Estimate(of: selection[.one].map { $0.ridge - $0.lasso }))
        PageElement.value("many-loss", Estimate(of: selection[.many].map { $0.lasso - $0.ridge }))
    }
}
