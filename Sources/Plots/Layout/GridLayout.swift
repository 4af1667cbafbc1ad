/// Places contents in rows and columns: every column is as wide as its widest labels ask, every row as tall, and plot areas
/// share edges along both.
struct GridLayout {
    let layout: FigureLayout
    /// Rows of equal length; nil where nothing stands.
    let cells: [[FigureNode?]]
    /// In points.
    let columnSpacing, rowSpacing: Double
    /// How width and height are shared out between the plot areas; equally where there is none.
    let columnShares, rowShares: [Double]

    /// One column or row: its plot area and the room for labels before and after it.
    private struct Track {
        /// The length of a plot area that takes no share; nil where it has its share.
        let fixed: Double?
        let share: Double
        var before = 0.0
        var after = 0.0
        var plot = 0.0
        /// The part of `plot` that panels with a shared axis and their own aspects use.
        var lined = 0.0

        var length: Double { before + plot + after }
        /// What is left on each side of the lined up plot areas.
        var margin: Double { (plot - lined) / 2 }
    }

    /// Contents from left to right, row by row.
    init(_ layout: FigureLayout, nodes: [FigureNode], columns: Int, spacing: Double) {
        self.layout = layout
        cells = stride(from: 0, to: nodes.count, by: columns).map { start in
            (start..<(start + columns)).map { nodes.indices.contains($0) ? nodes[$0] : nil }
        }
        (columnSpacing, rowSpacing) = (spacing, spacing)
        (columnShares, rowShares) = ([], [])
    }

    /// A column of rows, or a row of columns, whose panels line up along an axis that all share; nil where there are none.
    init?(_ layout: FigureLayout, stack nodes: [FigureNode], isRow: Bool, spacing: Double, shares: [Double]) {
        let isShared = nodes.contains { $0.panels.contains { isRow ? $0.sharesY : $0.sharesX } }
        let lines = nodes.compactMap { Line($0, isRow: !isRow) }
        let count = lines.first?.panels.count ?? 0
        guard isShared, lines.count == nodes.count, lines.allSatisfy({ $0.panels.count == count }),
            lines.contains(where: { $0.length > 1 })
        else { return nil }
        let inner = lines.max { $0.length < $1.length }
        var across: [Double] = []
        var rows = [[FigureNode?]](repeating: [], count: lines.count)
        for place in 0...count {
            // The colour bars of all lines after as many panels stand in one column.
            for bar in 0..<(lines.map { $0.bars[place].count }.max() ?? 0) {
                for line in lines.indices {
                    let bars = lines[line].bars[place]
                    rows[line].append(bars.indices.contains(bar) ? bars[bar] : nil)
                }
                across.append(1)
            }
            guard place < count else { break }
            for line in lines.indices { rows[line].append(lines[line].panels[place].node) }
            across.append(inner?.panels[place].share ?? 1)
        }
        self.layout = layout
        cells = isRow ? across.indices.map { column in rows.map { $0[column] } } : rows
        (columnSpacing, rowSpacing) = isRow ? (spacing, inner?.spacing ?? 0) : (inner?.spacing ?? 0, spacing)
        (columnShares, rowShares) = isRow ? (shares, across) : (across, shares)
    }

    /// Panels side by side, or one below the other, with the colour bars before, between and after them.
    private struct Line {
        var panels: [(node: FigureNode, share: Double)] = []
        /// One array more than there are panels.
        var bars: [[FigureNode]] = [[]]
        var spacing = 0.0

        var length: Int { panels.count + bars.reduce(0) { $0 + $1.count } }

        /// A row or column of panels, or a single one; nil for anything else.
        init?(_ node: FigureNode, isRow: Bool) {
            var (parts, shares) = ([node], [Double]())
            if case .stack(let nodes, isRow, let spacing, let own) = node.kind {
                (parts, self.spacing, shares) = (nodes, spacing, own)
            }
            for (index, part) in parts.enumerated() {
                guard case .panel(let panel) = part.kind else { return nil }
                if panel.isColourBar {
                    bars[panels.count].append(part)
                } else {
                    panels.append((part, shares.indices.contains(index) && shares[index] > 0 ? shares[index] : 1))
                    bars.append([])
                }
            }
        }
    }

    /// - Throws: `PlotError.badNumber` for the spacing; `.noRoom`; `.unalignedAspects`.
    func commands(in rect: Rect, insets: Insets) throws -> [Drawing.Command] {
        let (columns, rows) = try tracks(in: rect, insets: insets)
        var commands: [Drawing.Command] = []
        var y = rect.top
        for (row, nodes) in zip(rows, cells) {
            var x = rect.left
            for (column, node) in zip(columns, nodes) {
                if let node {
                    // A colour bar keeps its width beside its panel, and is as tall.
                    let isLinedUp = node.panels.contains { $0.sharesX || $0.sharesY || $0.isColourBar }
                    let (across, down) = isLinedUp ? (column.margin, row.margin) : (0, 0)
                    let width = node.fixedWidth.map { column.before + $0 + column.after } ?? column.length
                    commands += try layout.draw(
                        node, in: Rect(x: x, y: y, width: width, height: row.length),
                        insets: Insets(
                            left: column.before + across, top: row.before + down, right: column.after + across,
                            bottom: row.after + down))
                }
                x += column.length + columnSpacing
            }
            y += row.length + rowSpacing
        }
        return commands
    }

    /// Columns and rows, in points, whose plot areas are at least so far from the rectangle's edges.
    private func tracks(in rect: Rect, insets: Insets) throws -> (columns: [Track], rows: [Track]) {
        for spacing in [columnSpacing, rowSpacing] where !(spacing >= 0 && spacing.isFinite) {
            throw PlotError.badNumber(what: "the spacing", value: spacing)
        }
        guard let columnCount = cells.first?.count, columnCount > 0 else { return ([], []) }
        let width = rect.width - columnSpacing * Double(columnCount - 1)
        let height = rect.height - rowSpacing * Double(cells.count - 1)
        let fixed = (0..<columnCount).map { column -> Double? in
            let nodes = cells.compactMap { $0[column] }
            return nodes.allSatisfy { $0.fixedWidth != nil } ? nodes.compactMap(\.fixedWidth).max() : nil
        }
        var columns = fixed.enumerated().map { Track(fixed: $1, share: share($0, columnShares)) }
        var rows = cells.indices.map { Track(fixed: nil, share: share($0, rowShares)) }
        Self.share(out: width, to: &columns)
        Self.share(out: height, to: &rows)
        let panels = try cells.map { row in
            try row.map { node -> PanelLayout? in
                guard case .panel(let panel) = node?.kind else { return nil }
                return try PanelLayout(panel, typesetter: layout.typesetter, textSize: layout.textSize)
            }
        }
        // Ticks depend on lengths, and lengths on the room that ticks take: room only grows, and a few steps settle it.
        for step in 0..<6 {
            let (oldColumns, oldRows) = (columns, rows)
            for (row, nodes) in cells.enumerated() {
                for (column, node) in nodes.enumerated() {
                    guard let node else { continue }
                    // The first lengths leave no room for labels.
                    let (across, down) = (oldColumns[column], oldRows[row])
                    let agreed = Insets(left: across.before, top: down.before, right: across.after, bottom: down.after)
                    let length = node.fixedWidth.map { across.before + $0 + across.after + (step == 0 ? 40 : 0) }
                    let width = length ?? across.length
                    let own =
                        if step > 0, let panel = panels[row][column] {
                            try panel.edges(width: width, height: down.length, agreed: agreed)
                        } else {
                            try layout.insets(of: node, width: width, height: down.length)
                        }
                    columns[column].before = max(columns[column].before, own.left)
                    columns[column].after = max(columns[column].after, own.right)
                    rows[row].before = max(rows[row].before, own.top)
                    rows[row].after = max(rows[row].after, own.bottom)
                }
            }
            columns[0].before = max(columns[0].before, insets.left)
            columns[columnCount - 1].after = max(columns[columnCount - 1].after, insets.right)
            rows[0].before = max(rows[0].before, insets.top)
            rows[rows.count - 1].after = max(rows[rows.count - 1].after, insets.bottom)
            Self.share(out: width, to: &columns)
            Self.share(out: height, to: &rows)
            guard columns.allSatisfy({ $0.plot > 0 }), rows.allSatisfy({ $0.plot > 0 }) else {
                throw PlotError.noRoom(
                    what: "a grid", width: columns.map(\.plot).min() ?? 0, height: rows.map(\.plot).min() ?? 0)
            }
            let grown = zip(columns + rows, oldColumns + oldRows).map { abs($0.plot - $1.plot) }.max() ?? 0
            if step > 0, grown < 0.01 { break }
        }
        try lineUp(&columns, &rows, panels)
        return (columns, rows)
    }

    private func share(_ index: Int, _ shares: [Double]) -> Double {
        shares.indices.contains(index) && shares[index] > 0 ? shares[index] : 1
    }

    /// Gives each plot area its part of what labels and fixed plot areas leave.
    private static func share(out whole: Double, to tracks: inout [Track]) {
        let rest = whole - tracks.reduce(0) { $0 + $1.before + $1.after + ($1.fixed ?? 0) }
        let total = tracks.reduce(0) { $0 + ($1.fixed == nil ? $1.share : 0) }
        for index in tracks.indices {
            tracks[index].plot = tracks[index].fixed ?? rest * tracks[index].share / total
            tracks[index].lined = tracks[index].plot
        }
    }

    /// Shrinks the plot areas of panels that share axes until those of a column are equally wide and those of a row equally
    /// tall, each in its own aspect.
    private func lineUp(_ columns: inout [Track], _ rows: inout [Track], _ panels: [[PanelLayout?]]) throws {
        for _ in 0..<100 {
            var shrunk = 0.0
            for (row, layouts) in panels.enumerated() {
                for (column, layout) in layouts.enumerated() {
                    guard let layout, layout.panel.sharesX || layout.panel.sharesY else { continue }
                    let (width, height) = (columns[column].lined, rows[row].lined)
                    let plot = layout.plot(in: Rect(x: 0, y: 0, width: width, height: height))
                    shrunk = max(shrunk, width - plot.width, height - plot.height)
                    columns[column].lined = min(width, plot.width)
                    rows[row].lined = min(height, plot.height)
                }
            }
            guard shrunk < 0.01 else { continue }
            // Aspects that contradict one another leave nothing.
            if (columns + rows).allSatisfy({ $0.lined > 0.01 * $0.plot }) { return }
            break
        }
        throw PlotError.unalignedAspects
    }
}
