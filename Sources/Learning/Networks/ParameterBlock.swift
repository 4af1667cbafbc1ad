/// One matrix or vector among a network's parameters.
public struct ParameterBlock: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Codable {
        /// Multiplies inputs: row-major, one column for each unit, so that a column holds a unit's incoming weights.
        case weights
        /// Adds to a unit: one row.
        case offsets
    }

    public let role: Role
    public let rows: Int
    public let columns: Int
    public let initialization: Initialization
    /// Place of the layer in its network.
    public internal(set) var layer = 0
    /// Where the block starts among all the network's parameters.
    public internal(set) var start = 0

    public init(_ role: Role, rows: Int, columns: Int, initialization: Initialization) {
        self.role = role
        self.rows = rows
        self.columns = columns
        self.initialization = initialization
    }

    public var count: Int { rows * columns }
    public var range: Range<Int> { start..<start + count }
}
