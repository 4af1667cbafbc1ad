import Foundation
import Learning
import Notebook

/// Dropout against plain training as networks widen; one row a width, one entry a replicate.
public struct WidthMeasurements: Codable, Sendable {
    public let widths: [Int]
    public var plain: [[Run]]
    public var dropout: [[Run]]

    /// One network.
    public struct Run: Codable, Sendable {
        public var trainingLoss: Double
        /// The least validation loss along the way, and the updates it took.
        public var validationLoss: Double
        public var updates: Double
        public let testError: Double
    }

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> WidthMeasurements {
        let task = parameters.task
        let every = max(parameters.sweepUpdates / 32, 1)
        let items = parameters.widths.flatMap { width in
            [false, true].flatMap { drops in
                (0..<parameters.widthReplicates).map { replicate in
                    var recipe = drops ? Recipe(task).dropping(task) : Recipe(task)
                    recipe.units = width
                    recipe.updates = parameters.sweepUpdates
                    return DigitItem(task: task, recipe: recipe, replicate: replicate, evaluateEvery: every)
                }
            }
        }
        let runs = try await lab.map("widths", over: items) { item, lab in
            let outcome = try item.outcome(in: lab)
            let losses = outcome.validationLosses
            let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
            return Run(
                trainingLoss: outcome.training.loss, validationLoss: losses[best],
                updates: Double((best + 1) * (item.evaluateEvery ?? 1)), testError: outcome.test.error)
        }
        func rows(_ first: Int) -> [[Run]] {
            parameters.widths.indices.map { place in
                let start = (2 * place + first) * parameters.widthReplicates
                return Array(runs[start..<start + parameters.widthReplicates])
            }
        }
        return WidthMeasurements(widths: parameters.widths, plain: rows(0), dropout: rows(1))
    }

    /// For each replicate the lowest validation loss over all widths.
    func lowestLosses(_ runs: [[Run]]) -> [Double] {
        (runs.first ?? []).indices.map { replicate in runs.map { $0[replicate].validationLoss }.min() ?? .nan }
    }

    /// For each replicate the binary logarithm of the width with the least validation loss.
    func bestWidths(_ runs: [[Run]]) -> [Double] {
        (runs.first ?? []).indices.map { replicate in
            let losses = runs.map { $0[replicate].validationLoss }
            return log2(Double(widths[losses.indices.min { losses[$0] < losses[$1] } ?? 0]))
        }
    }
}
