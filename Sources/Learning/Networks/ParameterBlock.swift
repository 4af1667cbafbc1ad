import LinearAlgebra

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

    /// - Throws: `LearningError.outOfRange` when there can be no such block, beside what decoding throws.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        role = try values.decode(Role.self, forKey: .role)
        rows = try values.decode(Int.self, forKey: .rows)
        columns = try values.decode(Int.self, forKey: .columns)
        initialization = try values.decode(Initialization.self, forKey: .initialization)
        layer = try values.decode(Int.self, forKey: .layer)
        start = try values.decode(Int.self, forKey: .start)
        for (what, value) in [("rows", rows), ("columns", columns), ("layer", layer), ("start", start)] where value < 0
        {
            throw LearningError.outOfRange(
                setting: "A parameter block's \(what)", value: Double(value), allowed: "at least 0")
        }
        let (count, tooMany) = rows.multipliedReportingOverflow(by: columns)
        guard !tooMany, !start.addingReportingOverflow(count).overflow else {
            throw LearningError.outOfRange(
                setting: "The size of a parameter block", value: Double(rows) * Double(columns),
                allowed: "what memory can hold")
        }
    }

    public var count: Int { rows * columns }
    public var range: Range<Int> { start..<start + count }
}
