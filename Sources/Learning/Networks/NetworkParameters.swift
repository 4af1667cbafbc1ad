/// All the parameters of a network, as a value: its blocks one after the other.
public struct NetworkParameters<Scalar: NetworkScalar>: Sendable, Equatable, Codable {
    public let blocks: [ParameterBlock]
    public var values: [Scalar]

    public init(blocks: [ParameterBlock], values: [Scalar]) {
        precondition(values.count == blocks.reduce(0) { $0 + $1.count }, "\(values.count) values")
        self.blocks = blocks
        self.values = values
    }

    /// The values of block number `index`, row-major.
    public subscript(block index: Int) -> [Scalar] {
        get { Array(values[blocks[index].range]) }
        set {
            precondition(newValue.count == blocks[index].count, "\(newValue.count) values")
            values.replaceSubrange(blocks[index].range, with: newValue)
        }
    }

    /// Numbers of the blocks that belong to layer `layer`, weights before offsets.
    public func blocks(ofLayer layer: Int) -> [Int] {
        blocks.indices.filter { blocks[$0].layer == layer }
    }

    /// The same parameters as other scalars.
    public func converted<Other: NetworkScalar>(to type: Other.Type = Other.self) -> NetworkParameters<Other> {
        NetworkParameters<Other>(blocks: blocks, values: values.map { Other($0) })
    }
}
