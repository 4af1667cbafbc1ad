import Foundation
import LinearAlgebra

/// Tasks with known heads over one unknown shared map of two rows.
struct SubspaceTasks: Codable, Sendable {
    let tasks: Int
    let examples: Int
    let features: Int
    let noiseVariance: Double
    /// Data sets over which errors are averaged.
    let dataSets: Int

    /// Squared errors, of one data set or on average.
    struct Errors: Codable, Sendable {
        let shared: Double
        let head: Double
        /// Of a task's weights when neither the shared map nor the heads are known.
        let joint: Double
    }

    // snippet.shared-subspace
    /// y(t) = a(t)·Wx + noise for each task t: the squared error of W with the heads a known, of a(1) with W known, and of
    /// all tasks' weights, on average, with both unknown.
    func errors(_ stream: RandomStream) throws -> Errors {
        var stream = stream.split("k \(tasks)", examples)
        let shared = stream.orthonormalRows(Subspace.rank, columns: features)
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
        return Errors(shared: away.dot(away), head: headError, joint: try jointError(shared, from: &stream))
    }
    // snippet.end

    /// The mean squared error of the tasks' weights when shared map and heads are learned together, from common inputs.
    private func jointError(_ shared: Matrix, from stream: inout RandomStream) throws -> Double {
        let heads = Matrix(rows: Subspace.rank, columns: tasks) { row, task in
            let angle = Double.pi * Double(task) / Double(tasks)
            return row == 0 ? cos(angle) : sin(angle)
        }
        let truth = shared.transposedTimes(heads)
        let data = LinearTasks(weights: truth, examples: examples, noiseVariance: noiseVariance, from: &stream)
        let away = try ReducedRank(data.inputs, data.targets).weights(rank: Subspace.rank) - truth
        return away.frobeniusNorm * away.frobeniusNorm / Double(tasks)
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
