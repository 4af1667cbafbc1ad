import Foundation
import LinearAlgebra
import LinearModels

/// Gaussian inputs that a random direction separates, none of them closer to the border than a margin.
struct SeparableData {
    let loss: LogisticLoss

    /// - Parameter direction: the unit normal of the border; random when nil.
    init(
        examples: Int, features: Int, margin: Double, along direction: [Double]? = nil, from stream: inout RandomStream
    ) {
        let normal = direction ?? SeparableData.direction(features, from: &stream)
        var rows: [Double] = []
        var labels: [Double] = []
        while labels.count < examples {
            let input = stream.normals(features)
            let score = input.dot(normal)
            guard abs(score) >= margin else { continue }
            rows += input
            labels.append(score < 0 ? -1 : 1)
        }
        loss = LogisticLoss(inputs: Matrix(rows: examples, columns: features, elements: rows), labels: labels)
    }

    /// A random unit vector.
    static func direction(_ features: Int, from stream: inout RandomStream) -> [Double] {
        let raw = stream.normals(features)
        return raw.scaled(by: 1 / raw.norm)
    }
}

extension LogisticLoss {
    /// The share of examples on their label's side of the border.
    func accuracy(of w: [Double]) -> Double {
        Double(zip(inputs * w, labels).count { $0 * $1 > 0 }) / Double(labels.count)
    }
}
