/// Contents side by side; their plot areas share upper and lower edges.
public struct Row: FigureContent {
    let contents: [any FigureContent]
    let spacing: Double
    let shares: [Double]
    private var sharesY = false

    /// Gives all panels the y axis of the first: one domain that shows the data of all, drawn once.
    public func sharingY() -> Row {
        var copy = self
        copy.sharesY = true
        return copy
    }

    /// - Parameters:
    ///   - spacing: in points.
    ///   - shares: how the width is shared out between the plot areas; equally where there is none.
    ///   - contents: panels, pictures, schematics, rows, columns and grids.
    public init(
        spacing: Double = 14, shares: [Double] = [], @FigureBuilder _ contents: () throws -> [any FigureContent]
    )
        rethrows
    {
        self.contents = try contents().withBarsOfMarks
        self.spacing = spacing
        self.shares = shares
    }

    public var node: FigureNode {
        func stack(_ shares: [Double]) -> FigureNode {
            FigureNode(kind: .stack(contents.map(\.node), isRow: true, spacing: spacing, shares: shares))
        }
        guard sharesY else { return stack(shares) }
        let equal = SharedAxis.equalShares(stack(shares), along: \.x)
        return SharedAxis.y(of: stack(equal.count == contents.count ? equal : shares))
    }
}
