import LinearAlgebra

/// All the parameters of a network, as a value: its blocks one after the other.
public struct NetworkParameters<Scalar: NetworkScalar>: Sendable, Equatable, Codable {
    public let blocks: [ParameterBlock]
    public var values: [Scalar]

    public init(blocks: [ParameterBlock], values: [Scalar]) {
        precondition(values.count == blocks.reduce(0) { $0 + $1.count }, "\(values.count) values")
        self.blocks = blocks
        self.values = values
    }

    /// - Throws: `LearningError` when values and blocks don't fit each other, beside what decoding throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        blocks = try container.decode([ParameterBlock].self, forKey: .blocks)
        values = try container.decode([Scalar].self, forKey: .values)
        let count = try Self.count(of: blocks)
        guard values.count == count else {
            throw LearningError.sizesDisagree(
                what: "Parameters", values.count, other: "numbers in their blocks", count)
        }
    }

    /// Numbers in all of `blocks`.
    ///
    /// - Throws: `LearningError.outOfRange` when a block doesn't start where the one before ends.
    static func count(of blocks: [ParameterBlock]) throws(LearningError) -> Int {
        var end = 0
        for block in blocks {
            guard block.start == end else {
                throw .outOfRange(
                    setting: "The start of a parameter block", value: Double(block.start),
                    allowed: "where the one before ends, at \(end)")
            }
            end = block.range.upperBound
        }
        return end
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
