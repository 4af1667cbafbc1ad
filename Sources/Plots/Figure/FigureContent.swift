/// What a figure is put together from: panels, pictures, schematics, and rows, columns and grids of them.
public protocol FigureContent: Sendable {
    var node: FigureNode { get }
}

/// A piece of a figure, as its layout sees it.
public struct FigureNode: Sendable {
    indirect enum Kind: Sendable {
        case panel(Panel)
        case images(ImageGrid)
        /// Side by side, or one below the other.
        case stack([FigureNode], isRow: Bool, spacing: Double, shares: [Double])
        case grid([FigureNode], columns: Int, spacing: Double)
    }

    let kind: Kind

    /// The panels, in reading order.
    var panels: [Panel] {
        switch kind {
        case .panel(let panel): [panel]
        case .images: []
        case .stack(let nodes, _, _, _), .grid(let nodes, _, _): nodes.flatMap(\.panels)
        }
    }
}
