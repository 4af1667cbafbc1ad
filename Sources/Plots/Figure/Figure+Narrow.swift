extension Figure {
    /// The figure for a narrower page: panels side by side stand one below the other, grids have fewer columns, and the figure
    /// is as much taller as that takes. The figure itself where it is no wider than `width`, in points, or where it labels more
    /// than five pictures in a row, whose labels would run into each other.
    public func narrowed(to width: Double) -> Figure {
        guard width > 0, self.width > width, self.width.isFinite, height > 0, !plainNode.labelsManyPictures else {
            return self
        }
        let (node, height) = plainNode.narrowed(from: self.width, to: width, height: height)
        return replacing(node, width: width, height: height)
    }
}

extension FigureNode {
    fileprivate var labelsManyPictures: Bool {
        switch kind {
        case .panel, .schematic: false
        case .images(let grid): grid.columns > 5 && !grid.labels.isEmpty
        case .stack(let nodes, _, _, _), .grid(let nodes, _, _): nodes.contains(where: \.labelsManyPictures)
        }
    }

    /// The node for a place that is `width` wide instead of `oldWidth`, and how high it is then.
    fileprivate func narrowed(from oldWidth: Double, to width: Double, height: Double) -> (FigureNode, Double) {
        switch kind {
        case .panel: return (self, height)
        case .images, .schematic: return (self, height * min(1, max(0.6, width / oldWidth)))
        case .stack(let nodes, true, let spacing, _):
            let groups = Self.grouped(nodes)
            // A panel with its colour bars stays a row.
            if groups.count == 1, nodes.count > 1 { return (self, height) }
            return Self.folded(groups, columns: nil, spacing, from: oldWidth, to: width, height: height)
        case .stack(let nodes, false, let spacing, let shares):
            let weights = nodes.indices.map { shares.indices.contains($0) && shares[$0] > 0 ? shares[$0] : 1 }
            let whole = height - spacing * Double(max(0, nodes.count - 1))
            let parts = zip(nodes, weights).map { node, weight in
                node.narrowed(
                    from: oldWidth, to: width, height: whole * weight / max(weights.reduce(0, +), .leastNormalMagnitude)
                )
            }
            return Self.column(parts, spacing)
        case .grid(let nodes, let columns, let spacing):
            return Self.folded(nodes, columns: columns, spacing, from: oldWidth, to: width, height: height)
        }
    }

    /// Each node with the colour bars behind it.
    private static func grouped(_ nodes: [FigureNode]) -> [FigureNode] {
        var groups: [[FigureNode]] = []
        for node in nodes {
            if node.fixedWidth != nil, !groups.isEmpty {
                groups[groups.count - 1].append(node)
            } else {
                groups.append([node])
            }
        }
        return groups.map { group in
            group.count == 1
                ? group[0] : FigureNode(kind: .stack(group, isRow: true, spacing: 4, shares: []))
        }
    }

    /// `nodes` in rows of as many as are still about as wide as they were.
    ///
    /// - Parameter columns: how many stood in a row; nil where all did.
    private static func folded(
        _ nodes: [FigureNode], columns: Int?, _ spacing: Double, from oldWidth: Double, to width: Double, height: Double
    ) -> (FigureNode, Double) {
        guard !nodes.isEmpty else { return (FigureNode(kind: .grid([], columns: 1, spacing: spacing)), height) }
        let old = min(columns ?? nodes.count, nodes.count)
        let cell = oldWidth / Double(old)
        let most = min(old, max(1, Int(width / max(0.85 * cell, 100))))
        let newRows = (nodes.count + most - 1) / most
        // No row is left nearly empty.
        let new = (nodes.count + newRows - 1) / newRows
        let rows = (nodes.count + old - 1) / old
        let cellHeight = height / Double(rows)
        let parts = nodes.map { $0.narrowed(from: cell, to: width / Double(new), height: cellHeight) }
        let tallest = parts.map(\.1).max() ?? cellHeight
        let shown = sharing(parts.map(\.0), columns: new)
        if new == 1 { return column(zip(shown, parts).map { ($0, $1.1) }, spacing) }
        return (
            FigureNode(kind: .grid(shown, columns: new, spacing: spacing)),
            tallest * Double(newRows) + spacing * Double(newRows - 1)
        )
    }

    /// An axis that neighbours shared is drawn again where a row now begins or a column ends.
    private static func sharing(_ nodes: [FigureNode], columns: Int) -> [FigureNode] {
        let panels = nodes.flatMap(\.panels).filter { $0.fixedWidth == nil }
        let sharesY = panels.contains { !$0.y.isVisible } && panels.contains(where: \.y.isVisible)
        let sharesX = panels.contains { !$0.x.isVisible } && panels.contains(where: \.x.isVisible)
        return nodes.enumerated().map { place, node in
            guard case .panel(var panel) = node.kind else { return node }
            if sharesY { panel.y.isVisible = place.isMultiple(of: columns) }
            if sharesX { panel.x.isVisible = place + columns >= nodes.count }
            return FigureNode(kind: .panel(panel))
        }
    }

    private static func column(_ parts: [(FigureNode, Double)], _ spacing: Double) -> (FigureNode, Double) {
        let heights = parts.map(\.1)
        let node = FigureNode(kind: .stack(parts.map(\.0), isRow: false, spacing: spacing, shares: heights))
        return (node, heights.reduce(0, +) + spacing * Double(max(0, parts.count - 1)))
    }
}
