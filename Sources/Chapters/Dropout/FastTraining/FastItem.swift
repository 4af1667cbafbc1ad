import DataSets
import Foundation
import Laboratory
import LinearAlgebra

/// A model of threes and eights with dropout: all that decides it besides its replicate, data and master seed.
struct FastItem: Codable, Sendable {
    private static let rates = [0.03, 0.1, 0.3, 1]
    let updates: Int
    /// 0 is logistic regression.
    let hiddenUnits: Int

    func pair(_ replicate: Int, in lab: Lab) throws -> FastTraining.Pair {
        let pool = try lab.images(.training, count: 4_000, isHalved: true)
        var drawing = lab.stream("pairs", replicate)
        let pairs = drawing.permutation(pool.count).filter { pool.labels[$0] == 3 || pool.labels[$0] == 8 }
        let (training, test) = (pool.subset(pairs.prefix(200)), pool.subset(pairs.dropFirst(200)))
        if hiddenUnits == 0 {
            let stream = lab.stream("fast", replicate)
            return try pair(DroppedLogistic(training), DroppedLogistic(test), stream)
        }
        let stream = lab.stream("fast network", replicate)
        return try pair(
            DroppedNetwork(training, units: hiddenUnits, stream), DroppedNetwork(test, units: hiddenUnits, stream),
            stream)
    }

    private func pair<Model: DroppedModel>(
        _ training: Model, _ test: Model, _ stream: RandomStream
    ) throws -> FastTraining.Pair {
        let probes = training.masked(20, stream.split("probes"))
        func best(isRandom: Bool) -> DroppedRun<Model.Weights> {
            let runs = Self.rates.map {
                training.descend(rate: $0, updates: updates, isRandom: isRandom, probes: probes, stream)
            }
            return runs[runs.map { $0.curve.last ?? .infinity }.placeOfLowest]
        }
        let (first, second) = (best(isRandom: true), best(isRandom: false))
        let (one, other) = (first.curve.last ?? .nan, second.curve.last ?? .nan)
        let goal = 1.05 * min(one, other)
        func reached(_ run: DroppedRun<Model.Weights>) -> Double {
            Double(zip(run.steps, run.curve).first { $1 <= goal }?.0 ?? updates + 1)
        }
        let sampled = training.objective(second.weights, of: training.masked(100, stream.split("sampled")))
        return FastTraining.Pair(
            steps: second.steps, randomCurve: first.curve, averagedCurve: second.curve, randomUpdates: reached(first),
            averagedUpdates: reached(second), randomError: test.error(first.weights),
            averagedError: test.error(second.weights),
            objectiveError: abs(training.objective(second.weights) / sampled - 1))
    }
}
