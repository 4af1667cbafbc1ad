/// Contents one below the other; their plot areas share left and right edges.
public struct Column: FigureContent {
    let contents: [any FigureContent]
    let spacing: Double
    let shares: [Double]

    /// - Parameters:
    ///   - spacing: in points.
    ///   - shares: how the height is shared out between the plot areas; equally where there is none.
    public init(
        spacing: Double = 10, shares: [Double] = [], @FigureBuilder _ contents: () throws -> [any FigureContent]
    )
        rethrows
    {
        self.contents = try contents()
        self.spacing = spacing
        self.shares = shares
    }

    public var node: FigureNode {
        FigureNode(kind: .stack(contents.map(\.node), isRow: false, spacing: spacing, shares: shares))
    }
}
