import Learning
import Notebook

private struct PoolingItem: Codable, Sendable {
    let replicate: Int
    let taskCounts: [Int]
    let features: Int
    let examples: Int
    let noiseVariance: Double
}

private struct PoolingOutcome: Codable, Sendable {
    let errors: [Double]
    let shuffled: Double
}

extension PoolingMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> PoolingMeasurements {
        let items = (0..<parameters.replicates).map {
            PoolingItem(
                replicate: $0, taskCounts: parameters.pooledTasks, features: parameters.relatedFeatures,
                examples: parameters.relatedExamples, noiseVariance: parameters.noiseVariance)
        }
        let outcomes = try await lab.map("pooled tasks", over: items) { item, lab in
            try item.outcome(lab.stream("pooling", item.replicate))
        }
        return PoolingMeasurements(
            taskCounts: parameters.pooledTasks, errors: outcomes.map(\.errors), shuffled: outcomes.map(\.shuffled))
    }
}

extension PoolingItem {
    /// The excess error of the first task when it is learned with so many others, two shared units in all.
    fileprivate func outcome(_ stream: RandomStream) throws -> PoolingOutcome {
        var stream = stream
        let most = taskCounts.max() ?? 1
        let shared = stream.orthonormalRows(2, columns: features)
        let truth = shared.transposedTimes(Matrix(rows: 2, columns: most, elements: stream.normals(2 * most)))
        let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &stream)
        func error(_ targets: Matrix) throws -> Double {
            let fit = try ReducedRank(data.inputs, targets).weights(rank: 2)
            let away = fit.column(0).subtracting(truth.column(0))
            return away.dot(away)
        }
        let order = stream.permutation(examples)
        let shuffled = Matrix(rows: examples, columns: most) { row, task in
            data.targets[task == 0 ? row : order[row], task]
        }
        return PoolingOutcome(
            errors: try taskCounts.map { try error(data.targets.selectingColumns(Array(0..<$0))) },
            shuffled: try error(shuffled))
    }
}

/// Examples of several linear tasks over the same standard normal inputs.
struct LinearTasks {
    let inputs: Matrix
    /// Examples × tasks.
    let targets: Matrix

    init(weights: Matrix, examples: Int, noiseVariance: Double, from stream: inout RandomStream) {
        inputs = Matrix(rows: examples, columns: weights.rows, elements: stream.normals(examples * weights.rows))
        let noise = stream.normals(examples * weights.columns).scaled(by: noiseVariance.squareRoot())
        targets = inputs * weights + Matrix(rows: examples, columns: weights.columns, elements: noise)
    }
}
