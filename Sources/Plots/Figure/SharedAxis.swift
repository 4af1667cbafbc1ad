/// Gives neighbouring panels one axis. Colour bars among them keep their own.
enum SharedAxis {
    /// The first panel's y axis over the data of all; the others draw none.
    static func y(of node: FigureNode) -> FigureNode { shared(node, \.y, \.y, \.yCategories, from: 0, drawn: [0]) }

    /// The last panel's x axis over the data of all; the others draw none.
    static func x(of node: FigureNode) -> FigureNode {
        let last = sharers(node).count - 1
        return shared(node, \.x, \.x, \.xCategories, from: last, drawn: [last])
    }

    /// The first panel's axes over the data of all cells: y drawn left of each row, x below each column.
    static func both(of node: FigureNode, cells: [FigureNode], columns: Int) -> FigureNode {
        let counts = cells.map { sharers($0).count }
        var (starts, ends): (Set<Int>, Set<Int>) = ([], [])
        var index = 0
        for (place, count) in counts.enumerated() where count > 0 {
            let isFirst = counts[(place - place % columns)..<place].allSatisfy { $0 == 0 }
            if isFirst { starts.insert(index) }
            let isLast = stride(from: place + columns, to: counts.count, by: columns).allSatisfy { counts[$0] == 0 }
            if isLast { ends.formUnion(index..<(index + count)) }
            index += count
        }
        let rows = shared(node, \.y, \.y, \.yCategories, from: 0, drawn: starts)
        return shared(rows, \.x, \.x, \.xCategories, from: 0, drawn: ends)
    }

    private static func sharers(_ node: FigureNode) -> [Panel] { node.panels.filter { !$0.isColourBar } }

    /// How long the plot areas of neighbours with equal units along both axes are, in the direction they don't share: as
    /// their domains, so that the shared axis is as long in all. Empty where the panels don't ask for it.
    static func equalShares(_ node: FigureNode, along axis: KeyPath<Panel, Axis>) -> [Double] {
        let panels = sharers(node)
        guard panels.count > 1, panels.allSatisfy({ $0.aspect == .equal }) else { return [] }
        return node.panels.map { panel in
            // A colour bar takes no share.
            if panel.isColourBar { return 1 }
            let extent = DataExtent(panel.marks, x: panel.x.scale, y: panel.y.scale)
            let isX = axis == \Panel.x
            let resolved = Result {
                try ResolvedAxis(
                    panel[keyPath: axis], span: isX ? extent.x : extent.y,
                    categories: isX ? extent.xCategories : extent.yCategories, isTight: extent.isTight)
            }
            // A wrong domain is reported when the panel is laid out.
            guard case .success(let settled) = resolved else { return 1 }
            return abs(settled.scale.even(settled.upper) - settled.scale.even(settled.lower))
        }
    }

    private static func shared(
        _ node: FigureNode, _ axis: WritableKeyPath<Panel, Axis>, _ span: KeyPath<DataExtent, DataExtent.Span>,
        _ categories: KeyPath<DataExtent, [String]>, from source: Int, drawn: Set<Int>
    ) -> FigureNode {
        let panels = sharers(node)
        guard panels.indices.contains(source) else { return node }
        var shared = panels[source][keyPath: axis]
        var extent = DataExtent()
        for var panel in panels {
            panel[keyPath: axis] = shared
            extent.include(DataExtent(panel.marks, x: panel.x.scale, y: panel.y.scale))
        }
        if shared.scale == .linear, axis == \Panel.x ? extent.xIsTime : extent.yIsTime { shared.scale = .time(.gmt) }
        if shared.scale == .linear, !extent[keyPath: categories].isEmpty {
            shared.scale = .categorical(extent[keyPath: categories])
        }
        // A wrong domain is reported when the panel is laid out.
        if shared.domain == nil, extent[keyPath: categories].isEmpty,
            case .success(let resolved) = Result(catching: {
                try ResolvedAxis(shared, span: extent[keyPath: span], categories: [], isTight: extent.isTight)
            })
        {
            shared.domain = resolved.lower...resolved.upper
        }
        var index = 0
        return node.mapPanels { panel in
            if panel.isColourBar { return panel }
            var copy = panel
            if axis == \Panel.x { copy.sharesX = true } else { copy.sharesY = true }
            copy[keyPath: axis] = shared
            copy[keyPath: axis].isVisible = drawn.contains(index)
            index += 1
            return copy
        }
    }
}
