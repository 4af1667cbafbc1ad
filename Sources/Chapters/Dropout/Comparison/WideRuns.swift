import Laboratory
import LinearAlgebra
import Networks

/// Networks of published size, made in one way.
public struct WideRuns: Codable, Sendable {
    public let name: String
    public let chosen: String
    public let published: String
    public let errors: [Double]
}

/// One of them.
private struct WideItem: Codable, Sendable {
    let digits: DigitItem
    let replicate: Int
}

extension Comparison {
    /// 784-800-800-10 plain and with dropout, and the maxout network whose schedule has the lowest error on validation images.
    static func wide(_ parameters: Parameters, in lab: Lab) async throws -> [WideRuns] {
        guard parameters.wideNetworks > 0 else { return [] }
        var plain = Recipe(parameters.task)
        plain.units = parameters.wideUnits
        plain.updates = parameters.wideUpdates
        var dropout = plain.dropping(parameters.task)
        dropout.updates = parameters.wideDropoutUpdates
        dropout.maxNorm = 3
        var maxout = Recipe(parameters.task).dropping(parameters.task)
        (maxout.units, maxout.kind, maxout.pieces) = (240, .maxout, 5)
        maxout.updates = parameters.maxoutUpdates
        maxout.maxNorm = 2
        let schedules = zip(parameters.maxoutRates, parameters.maxoutMomenta).map { rate, momentum in
            var task = parameters.task
            (task.learningRate, task.momentum) = (rate, momentum)
            return WideItem(digits: DigitItem(task: task, recipe: maxout), replicate: 0)
        }
        let fixed = [(plain, parameters.wideNetworks), (dropout, parameters.wideDropoutNetworks)].flatMap {
            recipe, count in
            (0..<count).map { WideItem(digits: DigitItem(task: parameters.task, recipe: recipe), replicate: $0) }
        }
        // The longest first, so that none of them is left alone at the end.
        let outcomes = try await lab.map("published width", over: schedules + fixed) { item, lab in
            try item.digits.outcome(item.replicate, in: lab)
        }
        let errors = outcomes.dropFirst(schedules.count).map(\.test.error)
        let runs = [
            WideRuns(
                name: "none, \(parameters.wideUnits) units, \(plain.updates) updates", chosen: "",
                published: "1.62 ± 0.04", errors: Array(errors.prefix(parameters.wideNetworks))),
            WideRuns(
                name: "dropout + max-norm, \(parameters.wideUnits) units, \(dropout.updates) updates", chosen: "",
                published: "1.28 ± 0.04", errors: Array(errors.dropFirst(parameters.wideNetworks))),
        ]
        guard !schedules.isEmpty else { return runs }
        let best = outcomes.prefix(schedules.count).map(\.validation.error).placeOfLowest
        let task = schedules[best].digits.task
        return runs + [
            WideRuns(
                name: "dropout + max-norm, maxout 240 × 5, \(maxout.updates) updates",
                chosen: "rate \(task.learningRate), momentum \(task.momentum)",
                published: "0.94",
                errors: [outcomes[best].test.error])
        ]
    }
}
