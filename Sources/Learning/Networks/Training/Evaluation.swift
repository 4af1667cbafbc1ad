import Foundation
import LinearAlgebra

/// How well a network does on a set of examples.
public struct Evaluation: Sendable, Hashable, Codable {
    /// The mean loss, without penalties.
    public let loss: Double
    /// The share of examples whose largest output is not their label; NaN where targets are values.
    public let error: Double

    public init(loss: Double, error: Double) {
        self.loss = loss
        self.error = error
    }

    /// How well class probabilities, row-major and one row an example, do: such as those of an ensemble.
    ///
    /// - Throws: `LearningError` without examples, when there are not as many rows as labels, or for a label out of range.
    public init(probabilities: [Double], labels: [Int]) throws(LearningError) {
        guard !labels.isEmpty else { throw .empty(what: "examples") }
        guard probabilities.count % labels.count == 0 else {
            throw .sizesDisagree(what: "Probabilities", probabilities.count, other: "labels", labels.count)
        }
        let classes = probabilities.count / labels.count
        var total = 0.0
        var wrong = 0
        for (index, label) in labels.enumerated() {
            guard 0..<classes ~= label else {
                throw .labelOutOfRange(label: label, index: index, classes: classes)
            }
            let row = Array(probabilities[index * classes..<(index + 1) * classes])
            total -= log(row[label])
            if row.placeOfHighest != label { wrong += 1 }
        }
        self.init(loss: total / Double(labels.count), error: Double(wrong) / Double(labels.count))
    }
}
