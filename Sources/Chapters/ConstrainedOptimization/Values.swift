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
        PageElement.table(deadUnitTable(results))
    }

    @PageBuilder
    private static func convexValues(_ results: Results) -> [PageElement] {
        PageElement.value("problems", results.parameters.problems)
        PageElement.value("starts", results.parameters.starts)
        PageElement.value("picture-k", results.projection.picture.k)
        PageElement.value("picture-multiplier", results.projection.picture.multiplier)
        PageElement.value("duality-gap", results.convex.dualityGap)
        PageElement.value("saddle-distance", results.convex.saddleDistance)
        PageElement.value("slackness", results.convex.slackness)
        PageElement.value("ascent-error", results.convex.ascentMultiplierError)
        PageElement.value("norm-rule", results.convex.normRulePenalty)
        PageElement.value("penalized-distance", results.convex.penalizedDistance)
        PageElement.value("convex-spread", Double.worse(results.convex.squaredSpread, results.convex.logisticSpread))
        PageElement.value("size-ratio", results.region.sizeRatio)
        PageElement.value("multiplier-error", results.region.multiplierError)
        PageElement.value("region-minimizer-error", results.region.minimizerError)
        PageElement.value("nonconvex-multiplier", results.nonconvex.multiplier)
        PageElement.value("nonconvex-curvature", results.nonconvex.curvature)
        PageElement.value("nonconvex-end", results.nonconvex.descentEnd)
        PageElement.value("projection-distance", results.projection.distance)
        PageElement.value("projection-violation", results.projection.violation)
        PageElement.value("stochastic-steps", results.projection.stochasticSteps)
        PageElement.value("stochastic-distance", results.projection.stochasticDistance)
    }

    @PageBuilder
    private static func chainValues(_ results: Results) -> [PageElement] {
        PageElement.value("chain-alpha", results.parameters.chainAlpha)
        PageElement.value("chain-start", results.parameters.chainStart)
        PageElement.value("chain-radius", results.chain.radius)
        PageElement.value("chain-global", results.chain.globalObjective)
        PageElement.value("chain-trapped", results.chain.penaltyObjective)
        PageElement.value("chain-projected", results.chain.projectedLoss)
        PageElement.value("chain-curvature", results.chain.originCurvature)
        PageElement.value("shallow-gap", results.chain.shallowGap)
    }

    @PageBuilder
    private static func deadUnitValues(_ results: Results) -> [PageElement] {
        let dead = results.deadUnits
        let (alpha, radius) = (results.parameters.comparedAlphaPlace, results.parameters.comparedRadiusPlace)
        PageElement.value("units", dead.units)
        PageElement.value("replicates", dead.penaltyCounts.count)
        PageElement.value("compared-alpha", results.parameters.comparedAlpha)
        PageElement.value("compared-radius", results.parameters.comparedRadius)
        PageElement.value("dead-penalty", Estimate(of: dead.penaltyCounts.map { $0[alpha] }))
        PageElement.value("dead-bound", Estimate(of: dead.radiusCounts.map { $0[radius] }))
        PageElement.value("test-penalty", Estimate(of: dead.penaltyTest.map { $0[alpha] }))
        PageElement.value("test-bound", Estimate(of: dead.radiusTest.map { $0[radius] }))
        PageElement.value("stuck-loss", Estimate(of: dead.stuckLosses))
        PageElement.value(
            "revival-gain", Estimate(of: zip(dead.stuckLosses, dead.revivedLosses).map { $0 - $1 }))
    }

    @PageBuilder
    private static func rateValues(_ rates: RateMeasurements) -> [PageElement] {
        let plain = rates.plainSteps.map { rates.rates[rates.stablePlace($0)] }
        PageElement.value("rate-steps", rates.steps)
        PageElement.value("largest-rate", rates.rates[rates.rates.count - 1])
        PageElement.value("stable-rate", plain.min() ?? .nan)
        PageElement.value("shown-rate", rates.shownRate)
        PageElement.value("overflow-steps", rates.plainNorms.count)
        PageElement.value("overflow-norm", rates.plainNorms.max() ?? .nan)
        PageElement.value(
            "plain-best", Estimate(of: rates.plainErrors.map { $0.min() ?? .nan }))
        PageElement.value(
            "bound-gain",
            Estimate(of: zip(rates.plainErrors, rates.highRateErrors).map { ($0.min() ?? .nan) - $1 }))
        PageElement.value("constant-error", Estimate(of: rates.constantErrors))
        PageElement.value("projected-high", Estimate(of: rates.highRateErrors))
    }

    private static func deadUnitTable(_ results: Results) -> Table {
        let dead = results.deadUnits
        let row = { (name: String, place: Int, counts: [[Double]], training: [[Double]], test: [[Double]]) -> [Value] in
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
