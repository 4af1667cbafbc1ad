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
