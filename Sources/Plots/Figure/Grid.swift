/// Contents in rows of equal length; plot areas share edges along rows and columns.
public struct Grid: FigureContent {
    let contents: [any FigureContent]
    let columns: Int
    let spacing: Double

    /// - Precondition: there is at least one column.
    public init(columns: Int, spacing: Double = 12, @FigureBuilder _ contents: () throws -> [any FigureContent])
        rethrows
    {
        precondition(columns > 0, "a grid needs a column")
        self.contents = try contents()
        self.columns = columns
        self.spacing = spacing
    }

    public var node: FigureNode {
        FigureNode(kind: .grid(contents.map(\.node), columns: columns, spacing: spacing))
    }
}
