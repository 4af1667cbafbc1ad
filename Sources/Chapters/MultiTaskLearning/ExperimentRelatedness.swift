import Foundation
import Learning
import Notebook

private struct RelatednessItem: Codable, Sendable {
    let replicate: Int
    let angles: [Double]
    let tasks: Int
    let features: Int
    let examples: Int
    let noiseVariance: Double
}

private struct RelatednessOutcome: Codable, Sendable {
    let alone: [Double]
    let shared: [Double]
    let chosen: [Double]
}

extension RelatednessMeasurements {
    /// The length of a task's true weights.
    static let length = 2.0

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> RelatednessMeasurements {
        let items = (0..<parameters.replicates).map {
            RelatednessItem(
                replicate: $0, angles: parameters.angles, tasks: parameters.relatedTasks,
                features: parameters.relatedFeatures, examples: parameters.relatedExamples,
                noiseVariance: parameters.noiseVariance)
        }
        let outcomes = try await lab.map("relatedness", over: items) { item, lab in
            try item.outcome(lab.stream("relatedness", item.replicate))
        }
        let places = parameters.angles.indices
        return RelatednessMeasurements(
            angles: parameters.angles, alone: places.map { place in outcomes.map { $0.alone[place] } },
            shared: places.map { place in outcomes.map { $0.shared[place] } },
            chosen: places.map { place in outcomes.map { $0.chosen[place] } })
    }
}

extension RelatednessItem {
    /// Every angle with the same directions, inputs and noise.
    fileprivate func outcome(_ stream: RandomStream) throws -> RelatednessOutcome {
        var directing = stream.split("directions")
        let directions = directing.orthonormalRows(tasks + 1, columns: features)
        var alone: [Double] = []
        var shared: [Double] = []
        var chosen: [Double] = []
        for angle in angles {
            let turn = angle * .pi / 180
            let truth = Matrix(rows: features, columns: tasks) { feature, task in
                RelatednessMeasurements.length
                    * (cos(turn) * directions[0, feature] + sin(turn) * directions[task + 1, feature])
            }
            var drawing = stream.split("examples")
            let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &drawing)
            let validation = LinearTasks(
                weights: truth, examples: examples, noiseVariance: noiseVariance, from: &drawing)
            let fit = try ReducedRank(data.inputs, data.targets)
            let errors = (1...tasks).map { rank -> (validation: Double, excess: Double) in
                let weights = fit.weights(rank: rank)
                let residual = (validation.inputs * weights - validation.targets).frobeniusNorm
                let excess = (weights - truth).frobeniusNorm
                return (residual * residual, excess * excess / Double(tasks))
            }
            alone.append(errors[tasks - 1].excess)
            shared.append(errors[0].excess)
            chosen.append((errors.min { $0.validation < $1.validation } ?? errors[0]).excess)
        }
        return RelatednessOutcome(alone: alone, shared: shared, chosen: chosen)
    }
}
