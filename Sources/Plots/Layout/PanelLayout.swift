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
        self.panel = panel
        self.typesetter = typesetter
        self.textSize = textSize
        var extent = DataExtent()
        for mark in panel.marks { extent.include(mark.extent) }
        x = try ResolvedAxis(panel.x, span: extent.x, categories: extent.xCategories, isTight: extent.isTight)
        y = try ResolvedAxis(panel.y, span: extent.y, categories: extent.yCategories, isTight: extent.isTight)
    }

    var finder: TickFinder { TickFinder(typesetter: typesetter, size: textSize) }

    /// True for axes with ticks and labels outside the plot area.
    var hasOuterAxes: Bool { panel.frame == .axes || panel.frame == .box }

    /// What the labels need around the plot area, when the panel is so wide and high.
    func insets(width: Double, height: Double) throws -> Insets {
        let direct = try directLabels(width: width, height: height)
        var insets = Insets()
        if let widest = direct.map(\.width).max() { insets.right = widest + 6 }
        if !panel.title.isEmpty { insets.top += try typesetter.set(panel.title, size: textSize, bold: true).height + 4 }
        if hasOuterAxes {
            let guess = Rect(x: 0, y: 0, width: width - insets.right, height: height - insets.top - 2.7 * textSize)
            let left = try axisInsets(plotWidth: guess.width, plotHeight: guess.height).left
            insets = insets.union(try axisInsets(plotWidth: guess.width - left, plotHeight: guess.height))
            if !panel.title.isEmpty { insets.top = max(insets.top, 0.45 * textSize) }
        } else {
            insets = insets.union(Insets(left: 1, top: 1, right: 1, bottom: 1))
        }
        let legend = try legend(direct: !direct.isEmpty, width: width - insets.left - insets.right)
        if legend.height > 0 { insets.top += legend.height + 3 }
        return insets
    }

    /// What ticks and labels of axes need around a plot area of this size.
    private func axisInsets(plotWidth: Double, plotHeight: Double) throws -> Insets {
        guard hasOuterAxes else { return Insets() }
        let length = max(10, plotWidth)
        let yTicks = try finder.ticks(of: y, length: max(10, plotHeight), isHorizontal: false).ticks
        let xTicks = try finder.ticks(of: x, length: length, isHorizontal: true).ticks
        var insets = Insets(left: try outerWidth(of: yTicks), bottom: try outerHeight(of: xTicks))
        if panel.y.isVisible && !panel.y.label.isEmpty {
            insets.left += try typesetter.set(panel.y.label, size: textSize).height + Self.gap + 1
        }
        if panel.x.isVisible && !panel.x.label.isEmpty {
            insets.bottom += try typesetter.set(panel.x.label, size: textSize).height + Self.gap
        }
        for tick in xTicks {
            let half = try typesetter.set(tick.label, size: textSize).width / 2
            let share = x.axis.isReversed ? 1 - x.share(of: tick.value) : x.share(of: tick.value)
            insets.left = max(insets.left, half - share * length)
            insets.right = max(insets.right, half - (1 - share) * length + 0.5)
        }
        if !yTicks.isEmpty { insets.top = 0.45 * textSize }
        return insets
    }

    private func outerWidth(of ticks: [Tick]) throws -> Double {
        guard panel.y.isVisible else { return 0 }
        let widest = try ticks.map { try typesetter.set($0.label, size: textSize).width }.max()
        return widest.map { $0 + Self.tickLength + Self.gap } ?? 1
    }

    private func outerHeight(of ticks: [Tick]) throws -> Double {
        guard panel.x.isVisible else { return 0 }
        let tallest = try ticks.map { try typesetter.set($0.label, size: textSize).height }.max()
        return tallest.map { $0 + Self.tickLength + Self.gap } ?? 1
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
        let entries = panel.marks.filter { mark in
            panel.legend != .none && mark.style.label != nil
                && (mark.labelPlace == .legend || (mark.labelPlace == .lineEnd && !direct))
        }
        return try LegendLayout(
            entries: entries.map { ($0.legendKey, $0.style.label ?? "") }, typesetter: typesetter, textSize: textSize,
            width: width)
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

    /// Draws the panel; its plot area keeps at least the given distances from the rectangle's edges.
    func commands(in rect: Rect, insets agreed: Insets) throws -> [Drawing.Command] {
        var edges = try insets(width: rect.width, height: rect.height).union(agreed)
        var plot = plot(in: rect.inset(edges))
        // The ticks of the true length may need more room than those of the length that was guessed.
        for _ in 0..<3 {
            let needed = edges.union(try axisInsets(plotWidth: plot.width, plotHeight: plot.height))
            if needed == edges { break }
            edges = needed
            plot = self.plot(in: rect.inset(edges))
        }
        guard plot.width > 4, plot.height > 4 else {
            throw PlotError.noRoom(what: "panel '\(panel.title)'", width: plot.width, height: plot.height)
        }
        let direct = try directLabels(width: rect.width, height: rect.height)
        var canvas = MarkCanvas(
            plot: plot, x: x, y: y, typesetter: typesetter, textSize: textSize, labelsLineEnds: !direct.isEmpty)
        for mark in panel.marks { try mark.draw(on: &canvas) }
        let axes = try AxesDrawing(layout: self, plot: plot, outer: rect).drawn()
        canvas.obstacles += axes.obstacles
        canvas.lines += axes.lines
        var placer = LabelPlacer(
            typesetter: typesetter, textSize: textSize, plot: plot, outer: rect,
            bounds: hasOuterAxes ? plot.inset(-1) : rect, obstacles: canvas.obstacles, lines: canvas.lines,
            hasGround: !canvas.back.isEmpty, fixedAreas: canvas.fixedAreas)
        let labels = try placer.commands(for: canvas.labels)
        for (place, gap) in placer.gaps {
            if case .stroke(let path, let style) = canvas.front[place] {
                canvas.front[place] = .stroke(gap.cut(path), style)
            }
        }
        let casings = Casing.commands(below: canvas.front, over: canvas.fixedAreas)
        var commands = canvas.back + casings + axes.commands + canvas.front + labels
        commands += try placer.notes(panel.marks.compactMap { ($0 as? Band)?.note })
        commands += try heading(plot: plot, rect: rect, top: edges.top, hasDirectLabels: !direct.isEmpty)
        return commands
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
            let title = try FittingLabel(typesetter: typesetter).set(
                panel.title, size: textSize, bold: true, in: rect)
            let place = XY(plot.left, min(bottom - 1 - title.descent, plot.top - top + title.ascent))
            commands += title.commands(at: title.origin(nearest: place, in: rect), paint: .role(.ink))
        }
        return commands
    }
}
