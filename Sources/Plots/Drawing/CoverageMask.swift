/// How opaque a paint is in each cell of a rectangle, row by row from the top.
public struct CoverageMask: Hashable, Sendable {
    public let columns: Int
    public let rows: Int
    /// From 0, none of the paint, to 255.
    public let opacities: [UInt8]

    /// - Precondition: there are `columns` × `rows` opacities.
    public init(columns: Int, rows: Int, opacities: [UInt8]) {
        precondition(opacities.count == columns * rows, "\(opacities.count) opacities for \(columns) × \(rows)")
        self.columns = columns
        self.rows = rows
        self.opacities = opacities
    }
}
