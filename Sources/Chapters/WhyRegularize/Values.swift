import Notebook

extension WhyRegularizeSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let (trade, sweep, widths) = (results.trade, results.sweep, results.widths)
        Value("fit-degree", results.fits.degree)
        Value("fit-little", results.fits.alphas[0])
        Value("fit-some", results.fits.alphas[1])
        Value("fit-much", results.fits.alphas[2])
        Value("fit-examples", results.fits.inputs.count)
        Value("fit-sets", results.fits.curves[0].count)
        Value("error-at-zero", trade.errorAtZero)
        Value("best-alpha", trade.bestAlpha)
        Value("best-error", trade.bestError)
        Value("limit", trade.limit)
        Value("identity-error", trade.identityError)
        Value("redraws", results.parameters.redraws)
        Value("sweep-examples", results.parameters.examples)
        Value("sweep-features", results.parameters.features)
        Value("sweep-sets", results.parameters.replicates)
        Value("training-cost", Estimate(of: sweep.trainingCost))
        Value("test-gain", Estimate(of: sweep.gainOverNone))
        Value("network-examples", results.parameters.networkExamples)
        Value("network-sets", widths.gains.count)
        Value("width-gain", Estimate(of: widths.gains))
        Value("width-doublings", Estimate(of: widths.doublings))
        Value("widest", widths.widths.last ?? 0)
        Value("widest-training", widths.widestTraining)
        Value("network-noise", widths.noise)
    }
}
