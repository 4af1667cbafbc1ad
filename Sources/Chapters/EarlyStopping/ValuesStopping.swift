import Learning
import Notebook

extension EarlyStoppingSection {
    @PageBuilder
    static func stoppingValues(_ results: Results) -> [PageElement] {
        let quadratic = results.analysis.quadratic
        Value("small-period", results.monitor.overhead / 0.1)
        Value(
            "worsening-share",
            Double(results.algorithm.stopsOtherThanWorsening) / Double(results.algorithm.sequences))
        Value(
            "saved-share",
            Estimate(
                of: results.runs.map {
                    1 - Double($0.stoppedAfter) * (1 + results.monitor.ownOverhead) / Double(results.parameters.epochs)
                }))
        Value("unequal-distance", quadratic.unequalDistance)
        Value("equal-distance", quadratic.equalDistance)
        Value("within-two", results.analysis.filters.shareWithinTwo)
    }
}
