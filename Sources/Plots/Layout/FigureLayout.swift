/// Shares a figure's area out between its contents: first each says what its labels need around its plot area, then
/// neighbours agree on common edges, then everything is placed.
struct FigureLayout {
    let typesetter: Typesetter
    let textSize: Double

    func commands(for node: FigureNode, in rect: Rect) throws -> [Drawing.Command] {
        try draw(node, in: rect, insets: try insets(of: node, width: rect.width, height: rect.height))
    }

    /// What the labels of a node need around its plot areas.
    func insets(of node: FigureNode, width: Double, height: Double) throws -> Insets {
        switch node.kind {
        case .panel(let panel):
            return try PanelLayout(panel, typesetter: typesetter, textSize: textSize).insets(
                width: width, height: height)
        case .images(let grid):
            return try ImageGridLayout(grid: grid, typesetter: typesetter, textSize: textSize).insets()
        case .schematic(let schematic):
            return try SchematicLayout(schematic: schematic, typesetter: typesetter, textSize: textSize).insets()
        case .stack(let nodes, let isRow, let spacing, let shares):
            let parts = try shared(nodes, isRow, spacing, shares, width, height).insets
            guard let first = parts.first, let last = parts.last else { return Insets() }
            let all = parts.reduce(Insets()) { $0.union($1) }
            return isRow
                ? Insets(left: first.left, top: all.top, right: last.right, bottom: all.bottom)
                : Insets(left: all.left, top: first.top, right: all.right, bottom: last.bottom)
        case .grid(let nodes, let columns, let spacing):
            return try insets(of: rows(nodes, columns, spacing), width: width, height: height)
        }
    }

    /// The insets of a part of a row, whose upper and lower ones are those of all, or of a column.
    private func along(_ part: Insets, _ isRow: Bool, _ all: Insets) -> Insets {
        var own = part
        if isRow {
            (own.top, own.bottom) = (all.top, all.bottom)
        } else {
            (own.left, own.right) = (all.left, all.right)
        }
        return own
    }

    /// The part of a rectangle, with the insets of all in it, in which panels with one y axis in a row, or one x axis in a
    /// column, have plot areas of the same length along it, whatever their aspects.
    private func linedUp(
        _ nodes: [FigureNode], _ isRow: Bool, in rect: Rect, lengths: [Double], insets: Insets, parts: [Insets]
    ) throws -> (rect: Rect, insets: Insets) {
        let panels = nodes.enumerated().compactMap { index, node -> (index: Int, panel: Panel)? in
            if case .panel(let panel) = node.kind { (index, panel) } else { nil }
        }
        guard panels.contains(where: { isRow ? $0.panel.sharesY : $0.panel.sharesX }) else { return (rect, insets) }
        var (outer, all) = (rect, insets)
        // Shorter plot areas may have other ticks, whose labels need other room: a few steps settle them.
        for _ in 0..<6 {
            let found = try panels.map { index, panel in
                let (width, height) = isRow ? (lengths[index], outer.height) : (outer.width, lengths[index])
                let layout = try PanelLayout(panel, typesetter: typesetter, textSize: textSize)
                let edges = try layout.edges(width: width, height: height, agreed: along(parts[index], isRow, all))
                let plot = layout.plot(in: Rect(x: 0, y: 0, width: width, height: height).inset(edges))
                return (edges: edges, length: isRow ? plot.height : plot.width)
            }
            let plots = found.map(\.length)
            guard let shortest = plots.min(), let longest = plots.max(), longest - shortest > 0.5 else { break }
            all = found.reduce(all) { along($0, isRow, $0.union($1.edges)) }
            let margin = (longest - shortest) / 2
            outer =
                isRow
                ? Rect(x: outer.x, y: outer.y + margin, width: outer.width, height: outer.height - 2 * margin)
                : Rect(x: outer.x + margin, y: outer.y, width: outer.width - 2 * margin, height: outer.height)
        }
        return (outer, all)
    }

    /// Places a node whose plot areas keep the given distances from the rectangle's edges.
    func draw(_ node: FigureNode, in rect: Rect, insets: Insets) throws -> [Drawing.Command] {
        switch node.kind {
        case .panel(let panel):
            return try PanelLayout(panel, typesetter: typesetter, textSize: textSize).commands(in: rect, insets: insets)
        case .images(let grid):
            return try ImageGridLayout(grid: grid, typesetter: typesetter, textSize: textSize).commands(
                in: rect, insets: insets)
        case .schematic(let schematic):
            return try SchematicLayout(schematic: schematic, typesetter: typesetter, textSize: textSize)
                .commands(in: rect, insets: insets)
        case .stack(let nodes, let isRow, let spacing, let shares):
            if let grid = GridLayout(self, stack: nodes, isRow: isRow, spacing: spacing, shares: shares) {
                return try grid.commands(in: rect, insets: insets)
            }
            let (parts, lengths) = try shared(nodes, isRow, spacing, shares, rect.width, rect.height)
            var commands: [Drawing.Command] = []
            var start = isRow ? rect.left : rect.top
            let (outer, all) = try linedUp(nodes, isRow, in: rect, lengths: lengths, insets: insets, parts: parts)
            for (index, node) in nodes.enumerated() {
                let own = along(parts[index], isRow, all)
                let place =
                    isRow
                    ? Rect(x: start, y: outer.y, width: lengths[index], height: outer.height)
                    : Rect(x: outer.x, y: start, width: outer.width, height: lengths[index])
                commands += try draw(node, in: place, insets: own)
                start += lengths[index] + spacing
            }
            return commands
        case .grid(let nodes, let columns, let spacing):
            return try GridLayout(self, nodes: nodes, columns: columns, spacing: spacing).commands(
                in: rect, insets: insets)
        }
    }

    /// The insets and outer lengths of stacked nodes such that their plot areas get their shares.
    private func shared(
        _ nodes: [FigureNode], _ isRow: Bool, _ spacing: Double, _ shares: [Double], _ width: Double, _ height: Double
    ) throws -> (insets: [Insets], lengths: [Double]) {
        guard !nodes.isEmpty else { return ([], []) }
        guard spacing >= 0, spacing.isFinite else { throw PlotError.badNumber(what: "the spacing", value: spacing) }
        let whole = (isRow ? width : height) - spacing * Double(nodes.count - 1)
        // A plot area of fixed width takes no share.
        let fixed = nodes.map { isRow ? $0.fixedWidth : nil }
        let weights = nodes.indices.map { index -> Double in
            if fixed[index] != nil { return 0 }
            return shares.indices.contains(index) && shares[index] > 0 ? shares[index] : 1
        }
        let total = max(weights.reduce(0, +), 1e-9)
        var lengths = weights.indices.map { fixed[$0].map { $0 + 40 } ?? whole * weights[$0] / total }
        var parts: [Insets] = []
        // Ticks depend on lengths and lengths on the room that ticks take: twice is enough to settle, but not for panels
        // that line up only where they have exactly their shares.
        let isExact =
            nodes.allSatisfy { node in
                guard case .panel(let panel) = node.kind else { return false }
                let isLinedUp = nodes.contains { $0.panels.contains { isRow ? $0.sharesY : $0.sharesX } }
                return panel.aspect == .equal || panel.isColourBar && isLinedUp
            }
        for _ in 0..<(isExact ? 5 : 2) {
            let all = parts.reduce(Insets()) { $0.union($1) }
            parts = try nodes.enumerated().map { index, node in
                let (width, height) = (isRow ? lengths[index] : width, isRow ? height : lengths[index])
                guard isExact, case .panel(let panel) = node.kind else {
                    return try insets(of: node, width: width, height: height)
                }
                var agreed = parts.isEmpty ? Insets() : parts[index]
                if isRow {
                    (agreed.top, agreed.bottom) = (all.top, all.bottom)
                } else {
                    (agreed.left, agreed.right) = (all.left, all.right)
                }
                return try PanelLayout(panel, typesetter: typesetter, textSize: textSize).edges(
                    width: width, height: height, agreed: agreed)
            }
            let taken = parts.map { isRow ? $0.left + $0.right : $0.top + $0.bottom }
            let rest = whole - taken.reduce(0, +) - fixed.compactMap { $0 }.reduce(0, +)
            guard rest > 0 else {
                throw PlotError.noRoom(
                    what: isRow ? "a row" : "a column", width: isRow ? rest : width, height: isRow ? height : rest)
            }
            lengths = weights.indices.map { taken[$0] + (fixed[$0] ?? rest * weights[$0] / total) }
        }
        return (parts, lengths)
    }

    /// A grid as a column of rows.
    private func rows(_ nodes: [FigureNode], _ columns: Int, _ spacing: Double) -> FigureNode {
        let rows = stride(from: 0, to: nodes.count, by: columns).map { start in
            FigureNode(
                kind: .stack(
                    Array(nodes[start..<min(start + columns, nodes.count)]), isRow: true, spacing: spacing, shares: []))
        }
        return FigureNode(kind: .stack(rows, isRow: false, spacing: spacing, shares: []))
    }
}
