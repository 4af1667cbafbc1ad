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
