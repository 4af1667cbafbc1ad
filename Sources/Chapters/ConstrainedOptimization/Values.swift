import Learning
import Notebook

extension ConstrainedOptimizationSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        convexValues(results)
        chainValues(results)
        deadUnitValues(results)
        rateValues(results.rates)
        deadUnitTable(results)
    }

    @PageBuilder
    private static func convexValues(_ results: Results) -> [PageElement] {
        Value("problems", results.parameters.problems)
        Value("starts", results.parameters.starts)
        Value("picture-k", results.projection.picture.k)
        Value("picture-multiplier", results.projection.picture.multiplier)
        Value("duality-gap", results.convex.dualityGap)
        Value("saddle-distance", results.convex.saddleDistance)
        Value("slackness", results.convex.slackness)
        Value("ascent-error", results.convex.ascentMultiplierError)
        Value("norm-rule", results.convex.normRulePenalty)
        Value("penalized-distance", results.convex.penalizedDistance)
        Value("convex-spread", Double.worse(results.convex.squaredSpread, results.convex.logisticSpread))
        Value("size-ratio", results.region.sizeRatio)
        Value("multiplier-error", results.region.multiplierError)
        Value("region-minimizer-error", results.region.minimizerError)
        Value("nonconvex-multiplier", results.nonconvex.multiplier)
        Value("nonconvex-curvature", results.nonconvex.curvature)
        Value("nonconvex-end", results.nonconvex.descentEnd)
        Value("projection-distance", results.projection.distance)
        Value("projection-violation", results.projection.violation)
        Value("stochastic-steps", results.projection.stochasticSteps)
        Value("stochastic-distance", results.projection.stochasticDistance)
    }

    @PageBuilder
    private static func chainValues(_ results: Results) -> [PageElement] {
        Value("chain-alpha", results.parameters.chainAlpha)
        Value("chain-start", results.parameters.chainStart)
        Value("chain-radius", results.chain.radius)
        Value("chain-global", results.chain.globalObjective)
        Value("chain-trapped", results.chain.penaltyObjective)
        Value("chain-projected", results.chain.projectedLoss)
        Value("chain-curvature", results.chain.originCurvature)
        Value("shallow-gap", results.chain.shallowGap)
    }

    @PageBuilder
    private static func deadUnitValues(_ results: Results) -> [PageElement] {
        let dead = results.deadUnits
        let (alpha, radius) = (results.parameters.comparedAlphaPlace, results.parameters.comparedRadiusPlace)
        Value("units", dead.units)
        Value("replicates", dead.penaltyCounts.count)
        Value("compared-alpha", results.parameters.comparedAlpha)
        Value("compared-radius", results.parameters.comparedRadius)
        Value("dead-penalty", Estimate(of: dead.penaltyCounts.map { $0[alpha] }))
        Value("dead-bound", Estimate(of: dead.radiusCounts.map { $0[radius] }))
        Value("test-penalty", Estimate(of: dead.penaltyTest.map { $0[alpha] }))
        Value("test-bound", Estimate(of: dead.radiusTest.map { $0[radius] }))
        Value("stuck-loss", Estimate(of: dead.stuckLosses))
        Value(
            "revival-gain", Estimate(of: zip(dead.stuckLosses, dead.revivedLosses).map { $0 - $1 }))
    }

    @PageBuilder
    private static func rateValues(_ rates: RateMeasurements) -> [PageElement] {
        let plain = rates.plainSteps.map { rates.rates[rates.stablePlace($0)] }
        Value("rate-steps", rates.steps)
        Value("largest-rate", rates.rates[rates.rates.count - 1])
        Value("stable-rate", plain.min() ?? .nan)
        Value("shown-rate", rates.shownRate)
        Value("overflow-steps", rates.plainNorms.count)
        Value("overflow-norm", rates.plainNorms.max() ?? .nan)
        Value(
            "plain-best", Estimate(of: rates.plainErrors.map { $0.min() ?? .nan }))
        Value(
            "bound-gain",
            Estimate(of: zip(rates.plainErrors, rates.highRateErrors).map { ($0.min() ?? .nan) - $1 }))
        Value("constant-error", Estimate(of: rates.constantErrors))
        Value("projected-high", Estimate(of: rates.highRateErrors))
    }

    private static func deadUnitTable(_ results: Results) -> Table {
        let dead = results.deadUnits
        let row = {
            (name: String, place: Int, counts: [[Double]], training: [[Double]], test: [[Double]]) -> [Quantity] in
            [.text(name)]
                + [counts, training, test].map { .number($0.map { $0[place] }.mean) }
        }
        return Table(
            "dead-units", columns: ["", "dead units", "training loss", "test loss"].map { Table.Column($0) },
            rows: results.parameters.deadAlphas.indices.map {
                row(
                    "$\\alpha = \(results.parameters.deadAlphas[$0])$", $0, dead.penaltyCounts, dead.penaltyTraining,
                    dead.penaltyTest)
            }
                + results.parameters.deadRadii.indices.map {
                    row(
                        "bound \(results.parameters.deadRadii[$0])", $0, dead.radiusCounts, dead.radiusTraining,
                        dead.radiusTest)
                })
    }
}
