import Foundation
import Learning
import Notebook

/// Tasks with known heads over one unknown shared map of two rows; data sets are many.
private struct SubspaceItem: Codable, Sendable {
    let tasks: Int
    let examples: Int
    let features: Int
    let noiseVariance: Double
    let replicates: Int
}

private struct SubspaceOutcome: Codable, Sendable {
    let shared: Double
    let head: Double
    /// The error of a task's weights when neither the shared map nor the heads are known.
    let joint: Double
}

extension SubspaceMeasurements {
    static let rank = 2

    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) async throws -> SubspaceMeasurements {
        let items = parameters.taskCounts.flatMap { tasks in
            parameters.exampleCounts.map { examples in
                SubspaceItem(
                    tasks: tasks, examples: examples, features: parameters.features,
                    noiseVariance: parameters.noiseVariance, replicates: parameters.replicates)
            }
        }
        let outcomes = try await lab.map("shared subspace", over: items) { item, lab in
            let errors = try (0..<item.replicates).map { try item.errors(lab.stream("subspace", $0)) }
            return SubspaceOutcome(
                shared: errors.map(\.shared).mean, head: errors.map(\.head).mean, joint: errors.map(\.joint).mean)
        }
        let totals = items.map { log(Double($0.tasks * $0.examples)) }
        let logShared = outcomes.map { log($0.shared) }
        let logHead = outcomes.map { log($0.head) }
        let most = items.map { $0.tasks * $0.examples }.max() ?? 0
        let level = zip(items, outcomes).first { $0.0.tasks * $0.0.examples == most }.map { item, outcome in
            outcome.shared / equations.sharedError(item.noiseVariance, item.features, rank, most) - 1
        }
        return SubspaceMeasurements(
            taskCounts: items.map(\.tasks), exampleCounts: items.map(\.examples),
            sharedErrors: outcomes.map(\.shared), headErrors: outcomes.map(\.head),
            jointErrors: outcomes.map(\.joint),
            sharedSlope: logShared.slope(against: totals),
            headSlopeInExamples: logHead.slope(against: items.map { log(Double($0.examples)) }),
            levelError: level ?? .nan)
    }
}

extension SubspaceItem {
    // snippet.shared-subspace
    /// y(t) = a(t)·Wx + noise for each task t: the squared error of W with the heads a known, of a(1) with W known, and of
    /// all tasks' weights, on average, with both unknown.
    fileprivate func errors(_ stream: RandomStream) throws -> SubspaceOutcome {
        var stream = stream.split("k \(tasks)", examples)
        let shared = stream.orthonormalRows(SubspaceMeasurements.rank, columns: features)
        var curvature = Matrix(rows: shared.elements.count, columns: shared.elements.count)
        var pull = [Double](repeating: 0, count: shared.elements.count)
        var headError = 0.0
        for task in 0..<tasks {
            let angle = Double.pi * Double(task) / Double(tasks)
            let head = [cos(angle), sin(angle)]
            let x = Matrix(rows: examples, columns: features, elements: stream.normals(examples * features))
            let noise = stream.normals(examples).scaled(by: noiseVariance.squareRoot())
            let y = (x * shared.transposedTimes(head)).adding(noise)
            curvature = curvature + Matrix([head]).gram.kronecker(x.gram)
            let slope = x.transposedTimes(y)
            pull = pull.adding(head.flatMap { slope.scaled(by: $0) })
            if task == 0 {
                let features = x.timesTransposed(shared)
                let away = try features.gram.choleskySolve(features.transposedTimes(y)).subtracting(head)
                headError = away.dot(away)
            }
        }
        let away = try curvature.choleskySolve(pull).subtracting(shared.elements)
        return SubspaceOutcome(shared: away.dot(away), head: headError, joint: try jointError(shared, from: &stream))
    }
    // snippet.end

    /// The mean squared error of the tasks' weights when shared map and heads are learned together, from common inputs.
    private func jointError(_ shared: Matrix, from stream: inout RandomStream) throws -> Double {
        let heads = Matrix(rows: SubspaceMeasurements.rank, columns: tasks) { row, task in
            let angle = Double.pi * Double(task) / Double(tasks)
            return row == 0 ? cos(angle) : sin(angle)
        }
        let truth = shared.transposedTimes(heads)
        let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &stream)
        let away = try ReducedRank(data.inputs, data.targets).weights(rank: SubspaceMeasurements.rank) - truth
        return away.frobeniusNorm * away.frobeniusNorm / Double(tasks)
    }
}

extension RandomStream {
    /// Random orthonormal rows, by the Gram–Schmidt process.
    mutating func orthonormalRows(_ rows: Int, columns: Int) -> Matrix {
        var basis: [[Double]] = []
        while basis.count < rows {
            var row = normals(columns)
            for other in basis { row = row.subtracting(other.scaled(by: row.dot(other))) }
            basis.append(row.scaled(by: 1 / row.norm))
        }
        return Matrix(basis)
    }
}

extension Matrix {
    /// The blocks this(i, j) · `other`.
    fileprivate func kronecker(_ other: Matrix) -> Matrix {
        Matrix(rows: rows * other.rows, columns: columns * other.columns) { i, j in
            self[i / other.rows, j / other.columns] * other[i % other.rows, j % other.columns]
        }
    }
}

extension [Double] {
    /// The slope of the least-squares line through these against `x`.
    func slope(against x: [Double]) -> Double { covariance(with: x) / x.variance }
}
