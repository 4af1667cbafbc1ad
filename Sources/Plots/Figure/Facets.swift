/// A panel for each name in a column of a table, all with the same axes.
///
///     Figure(width: 420, height: 160) {
///         Facets(of: runs, by: \.optimizer, columns: 3) { name, runs in
///             Panel(name, x: Axis("epoch"), y: Axis("loss")) { Line(runs, x: \.epoch, y: \.loss) }
///         }
///     }
public struct Facets: FigureContent {
    private let grid: Grid

    /// - Parameters:
    ///   - rows: the table.
    ///   - column: the names; panels come in the order in which names first do.
    ///   - columns: how many panels stand in a row.
    ///   - spacing: between panels, in points.
    ///   - panel: makes the panel of a name from its rows.
    public init<Row>(
        of rows: some Sequence<Row>, by column: KeyPath<Row, String>, columns: Int = 3, spacing: Double = 12,
        _ panel: (String, [Row]) throws -> Panel
    ) rethrows {
        let groups = RowGroups(rows, by: column)
        let panels = try zip(groups.names, groups.rows).map { try panel($0, $1) }
        grid = Grid(columns: max(1, min(columns, panels.count)), spacing: spacing) { panels }.sharingAxes()
    }

    public var node: FigureNode { grid.node }
}
