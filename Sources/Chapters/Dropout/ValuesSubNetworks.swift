import Learning
import Notebook

extension DropoutSection {
    @PageBuilder
    static func subNetworkValues(_ results: Results) -> [PageElement] {
        let bagging = results.bagging
        PageElement.value("bagged-replicates", bagging.baggedErrors.count)
        PageElement.value("bagged-members", bagging.members)
        PageElement.value("dropout-distance", Estimate(of: bagging.dropoutDistances))
        PageElement.value("plain-distance", Estimate(of: bagging.plainDistances))
        PageElement.value("bagged-distance", Estimate(of: bagging.baggedDistances))
        PageElement.value("dropout-small", Estimate(of: bagging.dropoutErrors))
        PageElement.value("plain-small", Estimate(of: bagging.plainErrors))
        PageElement.value("bagged-small", Estimate(of: bagging.baggedErrors))
        PageElement.value("rectified-gap", results.exact.scaling.rectifiedGap)
        PageElement.value("linear-regression-error", results.exact.scaling.linearRegressionError)
        PageElement.value("lowest-dropout", Estimate(of: results.widths.lowestLosses(results.widths.dropout)))
        PageElement.value("lowest-plain", Estimate(of: results.widths.lowestLosses(results.widths.plain)))
        PageElement.value("pooling-members", results.exact.relatives.poolingMembers)
        PageElement.value("pooling-nonlinear-gap", results.exact.relatives.nonlinearGap)
    }
}
