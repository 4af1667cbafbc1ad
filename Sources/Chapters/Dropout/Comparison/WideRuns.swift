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
    /// 784-800-800-10 plain and with dropout, and maxout networks of the schedule with the lowest error on validation images.
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
            return DigitItem(task: task, recipe: maxout)
        }
        let fixed = [plain, dropout].map { DigitItem(task: parameters.task, recipe: $0) }
        let fixedCounts = [parameters.wideNetworks, parameters.wideDropoutNetworks]
        let counts = schedules.map { _ in parameters.maxoutNetworks } + fixedCounts
        // The longest first, so that none of them is left alone at the end.
        let items = zip(schedules + fixed, counts).flatMap { digits, count in
            (0..<count).map { WideItem(digits: digits, replicate: $0) }
        }
        var rest = try await lab.map("published width", over: items) { item, lab in
            try item.digits.outcome(item.replicate, in: lab)
        }[...]
        let outcomes = counts.map { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let errors = outcomes.map { $0.map(\.test.error) }
        let runs = [
            WideRuns(
                name: "none, \(parameters.wideUnits) units, \(plain.updates) updates", chosen: "",
                published: "1.62 ± 0.04", errors: errors[schedules.count]),
            WideRuns(
                name: "dropout + max-norm, \(parameters.wideUnits) units, \(dropout.updates) updates", chosen: "",
                published: "1.28 ± 0.04", errors: errors[schedules.count + 1]),
        ]
        guard !schedules.isEmpty, parameters.maxoutNetworks > 0 else { return runs }
        let best = outcomes.prefix(schedules.count).map { $0.reduce(0) { $0 + $1.validation.error } }.placeOfLowest
        return runs + [
            WideRuns(
                name: "dropout + max-norm, maxout 240 × 5, \(maxout.updates) updates",
                chosen: "rate \(schedules[best].task.learningRate), momentum \(schedules[best].task.momentum)",
                published: "0.94",
                errors: errors[best])
        ]
    }
}
