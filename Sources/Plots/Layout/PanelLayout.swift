/// Places a panel: what its labels need, then axes, marks and labels.
struct PanelLayout {
    let panel: Panel
    let typesetter: Typesetter
    let textSize: Double
    let x: ResolvedAxis
    let y: ResolvedAxis

    static let tickLength = 3.0
    static let gap = 2.5

    init(_ panel: Panel, typesetter: Typesetter, textSize: Double) throws {
        self.typesetter = typesetter
        self.textSize = textSize
        var panel = panel
        var extent = DataExtent(panel.marks, x: panel.x.scale, y: panel.y.scale)
        if panel.frame == .origin {
            // Axes cross at the origin: a domain taken from the data includes it, one that doesn't has axes outside.
            if panel.x.domain == nil, panel.x.scale != .log { extent.include(x: 0) }
            if panel.y.domain == nil, panel.y.scale != .log { extent.include(y: 0) }
            let hasOrigin = [panel.x, panel.y].allSatisfy { axis in
                axis.scale != .log && (axis.domain?.contains(0) ?? true)
            }
            if !hasOrigin { panel.frame = .axes }
        }
        self.panel = panel
        x = try ResolvedAxis(
            panel.x, span: extent.x, categories: extent.xCategories, isTime: extent.xIsTime, isTight: extent.isTight)
        y = try ResolvedAxis(
            panel.y, span: extent.y, categories: extent.yCategories, isTime: extent.yIsTime, isTight: extent.isTight)
    }

    /// The ticks of an axis beside a plot area of this size, where names may take four tenths of the panel.
    func ticks(_ axis: ResolvedAxis, isHorizontal: Bool, plot: XY, outer: XY) throws -> AxisTicks {
        try TickFinder(
            typesetter: typesetter, size: textSize, axis: axis, length: max(10, isHorizontal ? plot.x : plot.y),
            isHorizontal: isHorizontal, room: 0.4 * (isHorizontal ? outer.y : outer.x)
        ).ticks()
    }

    /// True for axes with ticks and labels outside the plot area.
    var hasOuterAxes: Bool { panel.frame == .axes || panel.frame == .box }

    /// The label of an axis with what its ticks have in common; nil where there is none.
    func label(of axis: Axis, _ ticks: AxisTicks, length: Double, room: Double) throws -> Typeset? {
        let text = [axis.label, ticks.note].filter { !$0.isEmpty }.joined(separator: " ")
        guard axis.isVisible, !text.isEmpty else { return nil }
        return try FittingLabel(typesetter: typesetter).set(
            text, size: textSize, in: Rect(x: 0, y: 0, width: length, height: room), alignment: .centre)
    }

    /// The title, in a panel of this size.
    func title(width: Double, height: Double) throws -> Typeset {
        try FittingLabel(typesetter: typesetter).set(
            panel.title, size: textSize, bold: true, in: Rect(x: 0, y: 0, width: width, height: height))
    }

    /// What the labels need around the plot area, when the panel is so wide and high.
    func insets(width: Double, height: Double) throws -> Insets {
        let direct = try directLabels(width: width, height: height)
        var insets = Insets()
        if let widest = direct.map(\.width).max() { insets.right = widest + 6 }
        if !panel.title.isEmpty { insets.top += try title(width: width, height: height).height + 4 }
        if hasOuterAxes {
            let outer = XY(width, height)
            let guess = XY(width - insets.right, height - insets.top - 2.7 * textSize)
            let left = try axisInsets(plot: guess, outer: outer).left
            insets = insets.union(try axisInsets(plot: guess - XY(left, 0), outer: outer))
            if !panel.title.isEmpty { insets.top = max(insets.top, 0.45 * textSize) }
        } else {
            insets = insets.union(Insets(left: 1, top: 1, right: 1, bottom: 1))
        }
        let legend = try legend(direct: !direct.isEmpty, width: width - insets.left - insets.right)
        if legend.height > 0 { insets.top += legend.height + 3 }
        return insets
    }

    /// What ticks and labels of axes need around a plot area of this size, in a panel of that size.
    private func axisInsets(plot: XY, outer: XY) throws -> Insets {
        guard hasOuterAxes else { return Insets() }
        let length = max(10, plot.x)
        let yTicks = try ticks(y, isHorizontal: false, plot: plot, outer: outer)
        let xTicks = try ticks(x, isHorizontal: true, plot: plot, outer: outer)
        var insets = Insets()
        if panel.y.isVisible {
            insets.left = yTicks.labels.map(\.width).max().map { $0 + Self.tickLength + Self.gap } ?? 1
        }
        if panel.x.isVisible {
            insets.bottom = xTicks.labels.map(\.height).max().map { $0 + Self.tickLength + Self.gap } ?? 1
        }
        if let label = try label(of: panel.y, yTicks, length: outer.y, room: outer.x) {
            insets.left += label.height + Self.gap + 1
        }
        if let label = try label(of: panel.x, xTicks, length: outer.x, room: outer.y) {
            insets.bottom += label.height + Self.gap
        }
        for label in xTicks.labels {
            let half = label.width / 2
            let share = x.axis.isReversed ? 1 - x.share(of: label.value) : x.share(of: label.value)
            insets.left = max(insets.left, half - share * length)
            insets.right = max(insets.right, half - (1 - share) * length + 0.5)
        }
        if let tallest = yTicks.labels.map(\.height).max() {
            insets.top = max(0.45 * textSize, tallest < 1.5 * textSize ? 0 : tallest / 2)
        }
        return insets
    }

    /// The labels at line ends; empty where they go to the legend.
    func directLabels(width: Double, height: Double) throws -> [Typeset] {
        guard panel.legend == .automatic else { return [] }
        let labels = try panel.marks.filter { $0.labelPlace == .lineEnd }.compactMap { $0.style.label }.map {
            try typesetter.set($0, size: textSize)
        }
        guard let widest = labels.map(\.width).max() else { return [] }
        let total = labels.reduce(0) { $0 + $1.height }
        return widest < 0.4 * width && total < 0.55 * height ? labels : []
    }

    func legend(direct: Bool, width: Double) throws -> LegendLayout {
        try LegendLayout(
            entries: legendEntries(direct: direct), typesetter: typesetter, textSize: textSize, width: width)
    }

    /// The marks named in the legend: each name once, for a line and its band together; lines whose ends have no room for
    /// names in the order of those ends.
    private func legendEntries(direct: Bool) -> [(keys: [LegendKey], label: String)] {
        guard panel.legend != .none else { return [] }
        var marks = panel.marks.filter { mark in
            mark.style.label?.isEmpty == false
                && (mark.labelPlace == .legend || (mark.labelPlace == .lineEnd && !direct)
                    || (mark.labelPlace == .mark && panel.legend == .top))
        }
        if panel.legend == .automatic {
            let places = marks.indices.filter { marks[$0].labelPlace == .lineEnd }
            let heights = places.map { (marks[$0] as? any LineEnding)?.lastHeight ?? .nan }
            let sorted = places.indices.sorted { first, second in
                let (one, other) = (heights[first], heights[second])
                return one == other || one.isNaN || other.isNaN ? first < second : (one > other) != y.axis.isReversed
            }
            let lines = sorted.map { marks[places[$0]] }
            for (place, line) in zip(places, lines) { marks[place] = line }
        }
        var entries: [(keys: [LegendKey], label: String)] = []
        for mark in marks {
            let (key, label) = (mark.legendKey, mark.style.label ?? "")
            if entries.contains(where: { $0.label == label && $0.keys.contains(key) }) { continue }
            if let same = entries.firstIndex(where: { $0.label == label && !$0.keys.contains(where: key.isLike) }) {
                if case .area = key { entries[same].keys.insert(key, at: 0) } else { entries[same].keys.append(key) }
            } else {
                entries.append(([key], label))
            }
        }
        return entries
    }

    /// The plot area: all of `area`, or the largest part of it that has the panel's aspect.
    func plot(in area: Rect) -> Rect {
        let ratio: Double
        switch panel.aspect {
        case .free: return area
        case .ratio(let value): ratio = value
        case .equal:
            let across = abs(x.scale.even(x.upper) - x.scale.even(x.lower))
            ratio = across / abs(y.scale.even(y.upper) - y.scale.even(y.lower))
        }
        guard ratio.isFinite, ratio > 0 else { return area }
        let width = min(area.width, area.height * ratio)
        let height = width / ratio
        return Rect(
            x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width, height: height)
    }

    /// What stands around the plot area of a panel of this size that keeps at least the given distances from its edges.
    func edges(width: Double, height: Double, agreed: Insets) throws -> Insets {
        let whole = Rect(x: 0, y: 0, width: width, height: height)
        var edges = try insets(width: width, height: height).union(agreed)
        // The ticks of the true length may need more room than those of the length that was guessed. Edges only grow, and
        // a few steps settle them.
        for _ in 0..<12 {
            let plot = plot(in: whole.inset(edges))
            let needed = edges.union(
                try axisInsets(plot: XY(plot.width, plot.height), outer: XY(width, height)))
            if needed == edges { break }
            edges = needed
        }
        return edges
    }

    /// Draws the panel; its plot area keeps at least the given distances from the rectangle's edges.
    func commands(in rect: Rect, insets agreed: Insets) throws -> [Drawing.Command] {
        let edges = try edges(width: rect.width, height: rect.height, agreed: agreed)
        let plot = plot(in: rect.inset(edges))
        guard plot.width > 4, plot.height > 4 else {
            throw PlotError.noRoom(what: "panel '\(panel.title)'", width: plot.width, height: plot.height)
        }
        let direct = try directLabels(width: rect.width, height: rect.height)
        var canvas = MarkCanvas(
            plot: plot, x: x, y: y, typesetter: typesetter, textSize: textSize, labelsLineEnds: !direct.isEmpty,
            labelsMarks: panel.legend != .top)
        for mark in panel.marks { try canvas.draw(mark) }
        let axes = try AxesDrawing(layout: self, plot: plot, outer: rect).drawn()
        canvas.obstacles += axes.obstacles
        canvas.lines += axes.lines
        let notes = Band.notes(panel.marks.compactMap { $0 as? Band })
        let pending = axes.names + canvas.labels
        let ground = pending.isEmpty && notes.isEmpty ? [] : canvas.back + axes.commands + canvas.front
        var placer = LabelPlacer(
            typesetter: typesetter, textSize: textSize, plot: plot, outer: rect,
            bounds: hasOuterAxes ? plot.inset(-1) : rect, obstacles: canvas.obstacles, lines: canvas.lines,
            ground: LabelGround(ground), fixedAreas: canvas.fixedAreas)
        let labels = try placer.commands(for: pending)
        for (place, gap) in placer.gaps {
            if case .stroke(let path, let style) = canvas.front[place] {
                canvas.front[place] = .stroke(gap.cut(path), style)
            }
        }
        let casings = Casing.commands(below: canvas.front, over: canvas.fixedAreas)
        let group = DrawingGroup.panel(plot: plot, x: .init(x), y: .init(y))
        var commands = [.open(group)] + axes.grid + canvas.back + casings + axes.commands + canvas.front + labels
        commands += try placer.notes(notes)
        commands += try heading(plot: plot, rect: rect, top: edges.top, hasDirectLabels: !direct.isEmpty)
        return commands + [.close]
    }

    /// The title, at the height of its neighbours' titles, and below it the legend.
    private func heading(plot: Rect, rect: Rect, top: Double, hasDirectLabels: Bool) throws -> [Drawing.Command] {
        var commands: [Drawing.Command] = []
        let own = try insets(width: rect.width, height: rect.height)
        let legend = try legend(direct: hasDirectLabels, width: rect.width - own.left - own.right)
        var bottom = plot.top - (hasOuterAxes ? 3 : 1)
        if legend.height > 0 {
            guard legend.width <= rect.width else {
                throw PlotError.noRoom(what: "the legend", width: rect.width, height: rect.height)
            }
            let left = max(rect.left, min(plot.left, rect.right - legend.width))
            commands += legend.commands(at: XY(left, bottom - legend.height))
            bottom -= legend.height + 3
        }
        if !panel.title.isEmpty {
            let title = try title(width: rect.width, height: rect.height)
            let place = XY(plot.left, min(bottom - 1 - title.descent, plot.top - top + title.ascent))
            commands += title.commands(at: title.origin(nearest: place, in: rect), paint: .role(.ink))
        }
        return commands
    }
}
