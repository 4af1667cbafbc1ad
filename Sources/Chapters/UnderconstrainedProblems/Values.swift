import Notebook

extension UnderconstrainedProblemsSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        Value("wide-examples", results.singular.examples)
        Value("wide-features", results.singular.features)
        Value("lost-directions", results.singular.lostDirections)
        Value("component-error", results.singular.componentError)
        Value("constant-condition", results.singular.constantCondition)
        Value("problems", results.parameters.problems)
        growthValues(results)
        haltingValues(results)
        inverseValues(results.inverse)
    }

    @PageBuilder
    private static func growthValues(_ results: Results) -> [PageElement] {
        let growth = results.growth
        Value("direct-steps", results.parameters.directSteps)
        Value("weight-thousand", growth.milestones[0])
        Value("weight-hundred-thousand", growth.milestones[2])
        Value("growth-slope", growth.slope)
        Value("jump-error", growth.jumpError)
        Value("single-weight", growth.singleStall.weight)
        Value("single-steps", growth.singleStall.steps)
        Value("single-decades", growth.singleStall.decadesToOverflow)
        Value("double-weight", growth.doubleStall.weight)
        Value("double-steps", growth.doubleStall.steps)
        Value("double-decades", growth.doubleStall.decadesToOverflow)
        Value("newton-steps", growth.newtonSteps)
        Value("newton-weight", growth.newtonWeight)
        Value("careless-input", growth.carelessInput)
        Value("careless-steps", growth.carelessSteps)
        Value("careful-weight", growth.carefulWeight)
        Value("drawn-decay", results.parameters.drawnDecay)
        Value("decayed-weight", growth.decayed.last ?? .nan)
    }

    @PageBuilder
    private static func haltingValues(_ results: Results) -> [PageElement] {
        let balance = results.balance
        let stopping = results.stopping
        Value("balance-alpha", balance.alphas[0])
        Value("balance-norm", balance.norms[0])
        Value("balance-slope", balance.slopes[0])
        Value("balance-error", balance.correctedError)
        Value("patience", results.parameters.patience)
        Value("evaluate-every", results.parameters.evaluateEvery)
        Value("evaluations", results.parameters.evaluations)
        Value("stopping-runs", stopping.wide.count)
        Value("wide-saturated", Double(stopping.wide.saturated) / Double(stopping.wide.count))
        Value("narrow-saturated", Double(stopping.narrow.saturated) / Double(stopping.narrow.count))
        Value("narrow-accuracy", Estimate(of: stopping.narrow.map(\.accuracyReturned)))
        Value("narrow-lost", Estimate(of: stopping.narrow.map { $0.accuracyAtEnd - $0.accuracyReturned }))
        Value("latest-stop", stopping.all.compactMap(\.stop).max() ?? 0)
        Value("norm-at-stop", Estimate(of: stopping.narrow.map(\.normAtStop)))
        Value("norm-at-end", Estimate(of: stopping.narrow.map(\.normAtEnd)))
    }

    @PageBuilder
    private static func inverseValues(_ inverse: InverseMeasurements) -> [PageElement] {
        Value("limit-error", inverse.limitError)
        Value("floor", inverse.floor)
        Value("floor-alpha", inverse.floorAlpha)
        Value("last-alpha", inverse.alphas.last ?? .nan)
        Value("filtered-last", inverse.filteredErrors.last ?? .nan)
        Value("descent-distance", inverse.descentDistance)
        Value("rivals", inverse.rivals)
        Value("svd-worst", inverse.worstBySingularValues)
        Value("inverse-best", inverse.bestByInverse)
    }
}

extension StoppingMeasurements {
    var all: [StoppedRun] { wide + narrow + mislabelled }
}
