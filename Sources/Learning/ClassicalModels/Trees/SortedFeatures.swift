import LinearAlgebra

/// Inputs prepared for growing many trees: by feature, with the examples of each feature in ascending order.
public struct SortedFeatures: Sendable {
    public let rows: Int
    public let features: Int
    /// Feature by feature: value of feature f and example i at f · rows + i.
    let values: [Double]
    /// Feature by feature: the examples in ascending order of the value, those of equal value by number.
    let order: [Int32]

    /// - Throws: `LearningError` when there are no examples or no features, or a value is not finite.
    public init(_ x: Matrix) throws(LearningError) {
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.columns > 0 else { throw .empty(what: "features") }
        try x.requireFinite("Input value")
        rows = x.rows
        features = x.columns
        let values = x.transposed.elements
        self.values = values
        var order: [Int32] = []
        order.reserveCapacity(values.count)
        for start in stride(from: 0, to: values.count, by: x.rows) {
            order += (0..<Int32(x.rows)).sorted { a, b in
                let (u, v) = (values[start + Int(a)], values[start + Int(b)])
                return u < v || u == v && a < b
            }
        }
        self.order = order
    }
}
