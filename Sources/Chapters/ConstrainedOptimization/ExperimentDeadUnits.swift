import Learning
import Notebook

/// One data set on which networks are trained with every penalty and every bound.
private struct DeadUnitItem: Codable, Sendable {
    let replicate: Int
    let alphas: [Double]
    let radii: [Double]
    let comparedAlpha: Double
    let steps: Int
}

private struct DeadUnitOutcomes: Codable, Sendable {
    let penalty: [DeadUnitOutcome]
    let radius: [DeadUnitOutcome]
    let stuck: Double
    let revived: Double
}

extension DeadUnitMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> DeadUnitMeasurements {
        let items = (0..<parameters.replicates).map {
            DeadUnitItem(
                replicate: $0, alphas: parameters.deadAlphas, radii: parameters.deadRadii,
                comparedAlpha: parameters.comparedAlpha, steps: parameters.deadSteps)
        }
        let outcomes = try await lab.map("dead units", over: items) { item, lab in
            let task = try DeadUnitTask(lab.stream("dead units", item.replicate))
            let revival = try task.revive(penalty: Penalty(l2: item.comparedAlpha), steps: item.steps)
            return DeadUnitOutcomes(
                penalty: try item.alphas.map { try task.train(penalty: Penalty(l2: $0), steps: item.steps) },
                radius: try item.radii.map { try task.train(maxNorm: $0, steps: item.steps) },
                stuck: revival.stuck, revived: revival.revived)
        }
        return DeadUnitMeasurements(
            units: DeadUnitTask.units, penaltyCounts: outcomes.map { $0.penalty.map { Double($0.dead) } },
            penaltyTraining: outcomes.map { $0.penalty.map(\.training) },
            penaltyTest: outcomes.map { $0.penalty.map(\.test) },
            radiusCounts: outcomes.map { $0.radius.map { Double($0.dead) } },
            radiusTraining: outcomes.map { $0.radius.map(\.training) },
            radiusTest: outcomes.map { $0.radius.map(\.test) },
            stuckLosses: outcomes.map(\.stuck), revivedLosses: outcomes.map(\.revived))
    }
}
