import Notebook

extension UnderconstrainedProblemsSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        PageElement.value("wide-examples", results.singular.examples)
        PageElement.value("wide-features", results.singular.features)
        PageElement.value("lost-directions", results.singular.lostDirections)
        PageElement.value("component-error", results.singular.componentError)
        PageElement.value("constant-condition", results.singular.constantCondition)
        PageElement.value("problems", results.parameters.problems)
        growthValues(results)
        haltingValues(results)
        inverseValues(results.inverse)
    }

    @PageBuilder
    private static func growthValues(_ results: Results) -> [PageElement] {
        let growth = results.growth
        PageElement.value("direct-steps", results.parameters.directSteps)
        PageElement.value("weight-thousand", growth.milestones[0])
        PageElement.value("weight-hundred-thousand", growth.milestones[2])
        PageElement.value("growth-slope", growth.slope)
        PageElement.value("jump-error", growth.jumpError)
        PageElement.value("single-weight", growth.singleStall.weight)
        PageElement.value("single-steps", growth.singleStall.steps)
        PageElement.value("single-decades", growth.singleStall.decadesToOverflow)
        PageElement.value("double-weight", growth.doubleStall.weight)
        PageElement.value("double-steps", growth.doubleStall.steps)
        PageElement.value("double-decades", growth.doubleStall.decadesToOverflow)
        PageElement.value("newton-steps", growth.newtonSteps)
        PageElement.value("newton-weight", growth.newtonWeight)
        PageElement.value("careless-input", growth.carelessInput)
        PageElement.value("careless-steps", growth.carelessSteps)
        PageElement.value("careful-weight", growth.carefulWeight)
        PageElement.value("drawn-decay", results.parameters.drawnDecay)
        PageElement.value("decayed-weight", growth.decayed.last ?? .nan)
    }

    @PageBuilder
    private static func haltingValues(_ results: Results) -> [PageElement] {
        let balance = results.balance
        let stopping = results.stopping
        PageElement.value("balance-alpha", balance.alphas[0])
        PageElement.value("balance-norm", balance.norms[0])
        PageElement.value("balance-slope", balance.slopes[0])
        PageElement.value("balance-error", balance.correctedError)
        PageElement.value("patience", results.parameters.patience)
        PageElement.value("evaluate-every", results.parameters.evaluateEvery)
        PageElement.value("evaluations", results.parameters.evaluations)
        PageElement.value("stopping-runs", stopping.wide.count)
        PageElement.value("wide-saturated", Double(stopping.wide.saturated) / Double(stopping.wide.count))
        PageElement.value("narrow-saturated", Double(stopping.narrow.saturated) / Double(stopping.narrow.count))
        PageElement.value("narrow-accuracy", Estimate(of: stopping.narrow.map(\.accuracyReturned)))
        PageElement.value("narrow-lost", Estimate(of: stopping.narrow.map { $0.accuracyAtEnd - $0.accuracyReturned }))
        PageElement.value("latest-stop", stopping.all.compactMap(\.stop).max() ?? 0)
        PageElement.value("norm-at-stop", Estimate(of: stopping.narrow.map(\.normAtStop)))
        PageElement.value("norm-at-end", Estimate(of: stopping.narrow.map(\.normAtEnd)))
    }

    @PageBuilder
    private static func inverseValues(_ inverse: InverseMeasurements) -> [PageElement] {
        PageElement.value("limit-error", inverse.limitError)
        PageElement.value("floor", inverse.floor)
        PageElement.value("floor-alpha", inverse.floorAlpha)
        PageElement.value("last-alpha", inverse.alphas.last ?? .nan)
        PageElement.value("filtered-last", inverse.filteredErrors.last ?? .nan)
        PageElement.value("descent-distance", inverse.descentDistance)
        PageElement.value("rivals", inverse.rivals)
        PageElement.value("svd-worst", inverse.worstBySingularValues)
        PageElement.value("inverse-best", inverse.bestByInverse)
    }
}

extension StoppingMeasurements {
    var all: [StoppedRun] { wide + narrow + mislabelled }
}
