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
        Value("offset", offsets.offset)
        Value("offset-sets", offsets.free.count)
        Value("offset-alpha", offsets.alphas[place])
        Value("offset-free", Estimate(of: offsets.free.map { $0[place] }))
        Value("offset-penalized", Estimate(of: offsets.penalized.map { $0[place] }))
        Value("offset-tuned", Estimate(of: offsets.tunedGains))
        Value("offset-variance", Estimate(of: offsets.offsetVariances))
        Value("weight-variance", Estimate(of: offsets.weightVariances.map { $0 / 10 }))
    }

    @PageBuilder
    private static func layerValues(_ layers: LayerMeasurements) -> [PageElement] {
        Value("layer-pairs", layers.alphas.count * layers.alphas.count)
        Value("layer-common", layers.alphas.count)
        Value("common-gain", Estimate(of: layers.commonGains))
        Value("pair-gain", Estimate(of: layers.pairGains))
        Value(
            "pair-advantage", Estimate(of: zip(layers.pairGains, layers.commonGains).map { $0 - $1 }))
    }

    @PageBuilder
    private static func centerValues(_ centers: CenterMeasurements) -> [PageElement] {
        let last = centers.distances.count - 1
        Value("center-sets", centers.leastSquares.count)
        Value("center-least-squares", Estimate(of: centers.leastSquares))
        Value("center-origin", Estimate(of: centers.best[centers.distances.firstIndex(of: 1) ?? last]))
        Value("center-far", Estimate(of: centers.best[last]))
        Value("center-far-distance", centers.distances[last])
    }

    @PageBuilder
    private static func selectionValues(_ selection: SelectionMeasurements) -> [PageElement] {
        Value("selection-sets", selection[.few].count)
        Value("relevant-kept", Estimate(of: selection[.few].map { Double($0.relevantKept) }))
        Value("irrelevant-kept", Estimate(of: selection[.few].map { Double($0.irrelevantKept) }))
        Value("few-gain", Estimate(of: selection[.few].map { $0.ridge - $0.lasso }))
        Value("one-gain", Estimate(of: selection[.one].map { $0.ridge - $0.lasso }))
        Value("many-loss", Estimate(of: selection[.many].map { $0.lasso - $0.ridge }))
    }
}
