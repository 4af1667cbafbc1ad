/// Gives neighbouring panels one axis.
enum SharedAxis {
    /// The first panel's y axis over the data of all; the others draw none.
    static func y(of node: FigureNode) -> FigureNode { shared(node, \.y, { $0.y }, { $0.yCategories }, drawn: 0) }

    /// The last panel's x axis over the data of all; the others draw none.
    static func x(of node: FigureNode) -> FigureNode {
        shared(node, \.x, { $0.x }, { $0.xCategories }, drawn: node.panels.count - 1)
    }

    private static func shared(
        _ node: FigureNode, _ axis: WritableKeyPath<Panel, Axis>, _ span: (DataExtent) -> DataExtent.Span,
        _ categories: (DataExtent) -> [String], drawn: Int
    ) -> FigureNode {
        let panels = node.panels
        guard panels.indices.contains(drawn) else { return node }
        var extent = DataExtent()
        for panel in panels { for mark in panel.marks { extent.include(mark.extent) } }
        var shared = panels[drawn][keyPath: axis]
        // A wrong domain is reported when the panel is laid out.
        if shared.domain == nil, categories(extent).isEmpty,
            case .success(let resolved) = Result(catching: {
                try ResolvedAxis(shared, span: span(extent), categories: [], isTight: extent.isTight)
            })
        {
            shared.domain = resolved.lower...resolved.upper
        }
        var index = 0
        return node.mapPanels { panel in
            var copy = panel
            copy[keyPath: axis] = shared
            copy[keyPath: axis].isVisible = index == drawn
            index += 1
            return copy
        }
    }
}
