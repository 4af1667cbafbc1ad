import Foundation
import Learning
import Notebook

extension NormPenaltiesSection {
    @PageBuilder
    static func basisValues(_ results: Results) -> [PageElement] {
        let bases = results.bases
        Value("cost-of-common", results.layers.costOfCommon)
        Value("basis-distance", bases.lassoDistance)
        Value("basis-before", Estimate(of: bases.zerosBefore))
        Value("basis-after", Estimate(of: bases.zerosAfter))
        Value("covariance-disorder", bases.covarianceDisorder)
        Value("ratio-few", exp((bases.varianceRatios.first ?? []).mean))
        Value("ratio-many", exp((bases.varianceRatios.last ?? []).mean))
        Value("fewest-variance-examples", bases.sizes.first ?? 0)
        Value("most-variance-examples", bases.sizes.last ?? 0)
    }
}
