import Foundation
import LinearAlgebra

/// The mean negative log-likelihood of binary logistic regression with labels ±1.
public struct LogisticLoss: Sendable {
    /// m × d.
    public let inputs: Matrix
    /// +1 or −1, one an example.
    public let labels: [Double]

    public init(inputs: Matrix, labels: [Double]) {
        precondition(inputs.rows == labels.count, "\(inputs.rows) examples, \(labels.count) labels")
        self.inputs = inputs
        self.labels = labels
    }

    /// Gaussian inputs with labels that a random linear rule sets, except that a quarter is drawn by coin.
    public static func random(examples: Int, dimensions: Int, from stream: inout RandomStream) -> LogisticLoss {
        let inputs = Matrix(rows: examples, columns: dimensions, elements: stream.normals(examples * dimensions))
        let labels = (inputs * stream.normals(dimensions)).map { score in
            stream.bernoulli(0.25) ? (stream.bernoulli(0.5) ? 1.0 : -1) : score < 0 ? -1 : 1
        }
        return LogisticLoss(inputs: inputs, labels: labels)
    }

    public func loss(at w: [Double]) -> Double {
        zip(inputs * w, labels).reduce(0) { $0 + softplus(-$1.0 * $1.1) } / Double(labels.count)
    }

    public func gradient(at w: [Double]) -> [Double] {
        let slopes = zip(inputs * w, labels).map { -$1 / (1 + exp($0 * $1)) / Double(labels.count) }
        return inputs.transposedTimes(slopes)
    }

    public func hessian(at w: [Double]) -> Matrix {
        let weights = (inputs * w).map { 1 / ((1 + exp(-$0)) * (1 + exp($0))) / Double(labels.count) }
        return Matrix(rows: w.count, columns: w.count) { row, column in
            weights.indices.reduce(0) { $0 + weights[$1] * inputs[$1, row] * inputs[$1, column] }
        }
    }
}
