import LinearAlgebra

/// Inputs with class labels: one row an example.
public struct ClassificationData: Sendable, Codable, Equatable {
    public let inputs: Matrix
    /// Labels in 0..<`classes`.
    public let labels: [Int]
    public let classes: Int

    /// The number of examples.
    public var count: Int { labels.count }

    public init(inputs: Matrix, labels: [Int], classes: Int) {
        precondition(inputs.rows == labels.count, "\(inputs.rows) rows, \(labels.count) labels")
        self.inputs = inputs
        self.labels = labels
        self.classes = classes
    }

    /// The examples at `indices`, in that order; an index may occur several times.
    public func subset(_ indices: some Sequence<Int>) -> ClassificationData {
        let indices = Array(indices)
        return ClassificationData(
            inputs: inputs.selectingRows(indices), labels: indices.map { labels[$0] }, classes: classes)
    }
}

extension ClassificationData {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let inputs = try container.decode(Matrix.self, forKey: .inputs)
        let labels = try container.decode([Int].self, forKey: .labels)
        let classes = try container.decode(Int.self, forKey: .classes)
        try decoder.check { () throws(LearningError) in
            guard inputs.rows == labels.count else {
                throw .sizesDisagree(what: "Examples", inputs.rows, other: "labels", labels.count)
            }
            try labels.requireClasses(classes)
        }
        self.init(inputs: inputs, labels: labels, classes: classes)
    }
}
