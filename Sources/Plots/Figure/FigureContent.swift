/// What a figure is put together from: panels, pictures, schematics, and rows, columns and grids of them.
public protocol FigureContent: Sendable {
    var node: FigureNode { get }
}

/// A piece of a figure, as its layout sees it.
public struct FigureNode: Sendable {
    indirect enum Kind: Sendable {
        case panel(Panel)
        case images(ImageGrid)
        case schematic(Schematic)
        /// Side by side, or one below the other.
        case stack([FigureNode], isRow: Bool, spacing: Double, shares: [Double])
        case grid([FigureNode], columns: Int, spacing: Double)
    }

    let kind: Kind

    init(kind: Kind) { self.kind = kind }

    /// The width that a plot area keeps in a row, whatever its neighbours' shares.
    var fixedWidth: Double? {
        if case .panel(let panel) = kind { return panel.fixedWidth }
        return nil
    }

    /// The node with every panel changed in reading order.
    func mapPanels(_ change: (Panel) -> Panel) -> FigureNode {
        switch kind {
        case .panel(let panel): FigureNode(kind: .panel(change(panel)))
        case .images, .schematic: self
        case .stack(let nodes, let isRow, let spacing, let shares):
            FigureNode(kind: .stack(nodes.map { $0.mapPanels(change) }, isRow: isRow, spacing: spacing, shares: shares))
        case .grid(let nodes, let columns, let spacing):
            FigureNode(kind: .grid(nodes.map { $0.mapPanels(change) }, columns: columns, spacing: spacing))
        }
    }

    /// The node with the title of every panel but colour bars, of image grids and of schematics changed in reading order.
    func mapTitles(_ change: (String) -> String) -> FigureNode {
        switch kind {
        case .panel(var panel):
            if panel.fixedWidth == nil { panel.title = change(panel.title) }
            return FigureNode(kind: .panel(panel))
        case .images(var images):
            images.title = change(images.title)
            return FigureNode(kind: .images(images))
        case .schematic(var schematic):
            schematic.title = change(schematic.title)
            return FigureNode(kind: .schematic(schematic))
        case .stack(let nodes, let isRow, let spacing, let shares):
            let changed = nodes.map { $0.mapTitles(change) }
            return FigureNode(kind: .stack(changed, isRow: isRow, spacing: spacing, shares: shares))
        case .grid(let nodes, let columns, let spacing):
            return FigureNode(kind: .grid(nodes.map { $0.mapTitles(change) }, columns: columns, spacing: spacing))
        }
    }

    /// The numbers of panels, image grids and schematics, in reading order: for each mark or picture its label and
    /// tables. A schematic has none.
    var numbers: [(title: String, marks: [(label: String, tables: [NumberTable])])] {
        switch kind {
        case .panel(let panel): [(panel.title, panel.marks.map { ($0.style.label ?? "", [$0.numbers]) })]
        case .images(let grid):
            [
                (
                    grid.title,
                    grid.images.enumerated().map { place, image in
                        (grid.labels.indices.contains(place) ? grid.labels[place] : "", image.numbers)
                    }
                )
            ]
        case .schematic(let schematic): [(schematic.title, [])]
        case .stack(let nodes, _, _, _), .grid(let nodes, _, _): nodes.flatMap(\.numbers)
        }
    }

    /// The panels, in reading order.
    var panels: [Panel] {
        switch kind {
        case .panel(let panel): [panel]
        case .images, .schematic: []
        case .stack(let nodes, _, _, _), .grid(let nodes, _, _): nodes.flatMap(\.panels)
        }
    }
}
