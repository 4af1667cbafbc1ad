/// Contents side by side; their plot areas share upper and lower edges.
public struct Row: FigureContent {
    let contents: [any FigureContent]
    let spacing: Double
    let shares: [Double]

    /// - Parameters:
    ///   - spacing: in points.
    ///   - shares: how the width is shared out between the plot areas; equally where there is none.
    public init(
        spacing: Double = 14, shares: [Double] = [], @FigureBuilder _ contents: () throws -> [any FigureContent]
    )
        rethrows
    {
        self.contents = try contents()
        self.spacing = spacing
        self.shares = shares
    }

    public var node: FigureNode {
        FigureNode(kind: .stack(contents.map(\.node), isRow: true, spacing: spacing, shares: shares))
    }
}
