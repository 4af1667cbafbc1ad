import LinearAlgebra

/// Inputs with real targets: one row an example.
public struct RegressionData: Sendable, Codable, Equatable {
    public let inputs: Matrix
    public let targets: [Double]

    /// The number of examples.
    public var count: Int { targets.count }

    public init(inputs: Matrix, targets: [Double]) {
        precondition(inputs.rows == targets.count, "\(inputs.rows) rows, \(targets.count) targets")
        self.inputs = inputs
        self.targets = targets
    }

    /// The examples at `indices`, in that order; an index may occur several times.
    public func subset(_ indices: some Sequence<Int>) -> RegressionData {
        let indices = Array(indices)
        return RegressionData(inputs: inputs.selectingRows(indices), targets: indices.map { targets[$0] })
    }
}

extension RegressionData {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let inputs = try container.decode(Matrix.self, forKey: .inputs)
        let targets = try container.decode([Double].self, forKey: .targets)
        try decoder.check { () throws(LearningError) in
            guard inputs.rows == targets.count else {
                throw .sizesDisagree(what: "Examples", inputs.rows, other: "targets", targets.count)
            }
        }
        self.init(inputs: inputs, targets: targets)
    }
}
