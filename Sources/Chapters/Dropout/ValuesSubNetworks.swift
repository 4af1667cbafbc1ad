import Learning
import Notebook

extension DropoutSection {
    @PageBuilder
    static func subNetworkValues(_ results: Results) -> [PageElement] {
        let bagging = results.bagging
        Value("bagged-replicates", bagging.baggedErrors.count)
        Value("bagged-members", bagging.members)
        Value("dropout-distance", Estimate(of: bagging.dropoutDistances))
        Value("plain-distance", Estimate(of: bagging.plainDistances))
        Value("bagged-distance", Estimate(of: bagging.baggedDistances))
        Value("dropout-small", Estimate(of: bagging.dropoutErrors))
        Value("plain-small", Estimate(of: bagging.plainErrors))
        Value("bagged-small", Estimate(of: bagging.baggedErrors))
        Value("rectified-gap", results.exact.scaling.rectifiedGap)
        Value("linear-regression-error", results.exact.scaling.linearRegressionError)
        Value("lowest-dropout", Estimate(of: results.widths.lowestLosses(results.widths.dropout)))
        Value("lowest-plain", Estimate(of: results.widths.lowestLosses(results.widths.plain)))
        Value("pooling-members", results.exact.relatives.poolingMembers)
        Value("pooling-nonlinear-gap", results.exact.relatives.nonlinearGap)
    }
}
