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
            return SubspaceOutcome(shared: errors.map(\.shared).mean, head: errors.map(\.head).mean)
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
            sharedSlope: logShared.slope(against: totals),
            headSlopeInExamples: logHead.slope(against: items.map { log(Double($0.examples)) }),
            headSlopeInTasks: logHead.slope(against: items.map { log(Double($0.tasks)) }),
            levelError: level ?? .nan)
    }
}

extension SubspaceItem {
    // snippet.shared-subspace
    /// y(t) = a(t)·Wx + noise for each task t: the squared error of W with the heads a known, and of a(1) with W known.
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
        return SubspaceOutcome(shared: away.dot(away), head: headError)
    }
    // snippet.end
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
    fileprivate func slope(against x: [Double]) -> Double { covariance(with: x) / x.variance }
}
