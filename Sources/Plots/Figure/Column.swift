/// Contents one below the other; their plot areas share left and right edges.
public struct Column: FigureContent {
    let contents: [any FigureContent]
    let spacing: Double
    let shares: [Double]
    private var sharesX = false

    /// Gives all panels the x axis of the last: one domain that shows the data of all, drawn once.
    public func sharingX() -> Column {
        var copy = self
        copy.sharesX = true
        return copy
    }

    /// - Parameters:
    ///   - spacing: in points.
    ///   - shares: how the height is shared out between the plot areas; equally where there is none.
    ///   - contents: panels, pictures, schematics, rows, columns and grids.
    public init(
        spacing: Double = 10, shares: [Double] = [], @FigureBuilder _ contents: () throws -> [any FigureContent]
    )
        rethrows
    {
        self.contents = try contents().withBarsOfMarks
        self.spacing = spacing
        self.shares = shares
    }

    public var node: FigureNode {
        func stack(_ shares: [Double]) -> FigureNode {
            FigureNode(kind: .stack(contents.map(\.node), isRow: false, spacing: spacing, shares: shares))
        }
        guard sharesX else { return stack(shares) }
        let equal = SharedAxis.equalShares(stack(shares), along: \.y)
        return SharedAxis.x(of: stack(equal.count == contents.count ? equal : shares))
    }
}
