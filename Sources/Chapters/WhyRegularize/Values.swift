import Notebook

extension WhyRegularizeSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let (trade, sweep, widths) = (results.trade, results.sweep, results.widths)
        PageElement.value("fit-degree", results.fits.degree)
        PageElement.value("fit-little", results.fits.alphas[0])
        PageElement.value("fit-some", results.fits.alphas[1])
        PageElement.value("fit-much", results.fits.alphas[2])
        PageElement.value("fit-examples", results.fits.inputs.count)
        PageElement.value("fit-sets", results.fits.curves[0].count)
        PageElement.value("error-at-zero", trade.errorAtZero)
        PageElement.value("best-alpha", trade.bestAlpha)
        PageElement.value("best-error", trade.bestError)
        PageElement.value("limit", trade.limit)
        PageElement.value("identity-error", trade.identityError)
        PageElement.value("redraws", results.parameters.redraws)
        PageElement.value("sweep-examples", results.parameters.examples)
        PageElement.value("sweep-features", results.parameters.features)
        PageElement.value("sweep-sets", results.parameters.replicates)
        PageElement.value("training-cost", Estimate(of: sweep.trainingCost))
        PageElement.value("test-gain", Estimate(of: sweep.gainOverNone))
        PageElement.value("network-examples", results.parameters.networkExamples)
        PageElement.value("network-sets", widths.gains.count)
        PageElement.value("width-gain", Estimate(of: widths.gains))
        PageElement.value("width-doublings", Estimate(of: widths.doublings))
        PageElement.value("widest", widths.widths.last ?? 0)
        PageElement.value("widest-training", widths.widestTraining)
        PageElement.value("network-noise", widths.noise)
    }
}
