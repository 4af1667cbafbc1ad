/// Contents in rows of equal length; plot areas share edges along rows and columns.
public struct Grid: FigureContent {
    let contents: [any FigureContent]
    let columns: Int
    let spacing: Double
    private var sharesAxes = false

    /// Gives all panels the axes of the first: domains that show the data of all, y drawn left of each row and x below
    /// each column.
    public func sharingAxes() -> Grid {
        var copy = self
        copy.sharesAxes = true
        return copy
    }

    /// - Precondition: there is at least one column.
    public init(columns: Int, spacing: Double = 12, @FigureBuilder _ contents: () throws -> [any FigureContent])
        rethrows
    {
        precondition(columns > 0, "a grid needs a column")
        self.contents = try contents().withBarsOfMarks
        self.columns = columns
        self.spacing = spacing
    }

    public var node: FigureNode {
        let node = FigureNode(kind: .grid(contents.map(\.node), columns: columns, spacing: spacing))
        return sharesAxes ? SharedAxis.both(of: node, cells: contents.map(\.node), columns: columns) : node
    }
}
