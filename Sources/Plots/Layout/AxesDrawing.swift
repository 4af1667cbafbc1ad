/// Draws a panel's axes with ticks and labels.
struct AxesDrawing {
    let layout: PanelLayout
    let plot: Rect
    let outer: Rect

    struct Drawn {
        var commands: [Drawing.Command] = []
        /// Lines across the plot area, below everything else.
        var grid: [Drawing.Command] = []
        /// What labels of marks keep clear of.
        var obstacles: [Rect] = []
        var lines: [[XY]] = []
        /// Names of axes among the marks: they stand over them.
        var names: [PendingLabel] = []
    }

    private let line = StrokeStyle(paint: .role(.muted), width: 0.6, cap: .square)
    private let mark = StrokeStyle(paint: .role(.muted), width: 0.6)

    init(layout: PanelLayout, plot: Rect, outer: Rect) {
        self.layout = layout
        self.plot = plot
        self.outer = outer
    }

    private var panel: Panel { layout.panel }
    private var size: Double { layout.textSize }

    func drawn() throws -> Drawn {
        switch panel.frame {
        case .none: return Drawn()
        case .origin: return try throughOrigin()
        case .axes, .box: return try outside()
        }
    }

    private func place(x value: Double) -> Double {
        let share = layout.x.share(of: value)
        return plot.left + plot.width * (layout.x.axis.isReversed ? 1 - share : share)
    }

    private func place(y value: Double) -> Double {
        let share = layout.y.share(of: value)
        return plot.bottom - plot.height * (layout.y.axis.isReversed ? 1 - share : share)
    }

    /// Adds a level label, moved into the panel's area, unless it is larger than that or another one stands there.
    ///
    /// - Parameter name: the label's text, where it stands among marks.
    private func add(_ label: Typeset, at place: XY, to drawn: inout Drawn, amongMarks name: String? = nil) {
        let origin = label.origin(nearest: place, in: outer)
        let rect = Rect(x: origin.x, y: origin.y - label.ascent, width: label.width, height: label.height)
        let fits = label.width <= outer.width && label.height <= outer.height
        guard fits, !drawn.obstacles.contains(where: { $0.overlap(rect) > 0 }) else { return }
        drawn.obstacles.append(rect)
        if let name {
            drawn.names.append(
                PendingLabel(
                    text: name, anchor: XY(rect.left, rect.top), clearance: 0, paint: .role(.ink),
                    kind: .exact(align: .zero)))
        } else {
            drawn.commands += label.commands(at: origin, paint: .role(.ink))
        }
    }

    /// - Throws: `PlotError.noRoom` where an axis of numbers has no room for two labels, `.alikeNumbers` where its format makes
    ///   them alike.
    private func ticks(_ axis: ResolvedAxis, isHorizontal: Bool) throws -> AxisTicks {
        func found(_ axis: ResolvedAxis) throws -> AxisTicks {
            try layout.ticks(
                axis, isHorizontal: isHorizontal, plot: XY(plot.width, plot.height),
                outer: XY(outer.width, outer.height))
        }
        let ticks = try found(axis)
        if case .categorical = axis.scale { return ticks }
        if panel.frame != .origin, axis.axis.isVisible, [.automatic, .wholeNumbers].contains(axis.axis.ticks),
            ticks.labels.count < 2
        {
            if axis.axis.format != .automatic, try found(axis.withoutFormat).labels.count > 1 {
                throw PlotError.alikeNumbers(axis: axis.axis.label)
            }
            throw PlotError.noRoom(
                what: "the numbers of axis '\(axis.axis.label)'", width: plot.width, height: plot.height)
        }
        return ticks
    }

    private func outside() throws -> Drawn {
        var drawn = Drawn()
        var marks = Path()
        let grid = StrokeStyle(paint: .role(.muted, opacity: 0.3), width: 0.5)
        if panel.frame == .box {
            drawn.commands.append(.stroke(Path(plot), line))
        }
        let (tick, gap) = (PanelLayout.tickLength, PanelLayout.gap)
        if panel.x.isVisible {
            if panel.frame != .box {
                drawn.commands.append(.stroke(Path([XY(plot.left, plot.bottom), XY(plot.right, plot.bottom)]), line))
            }
            let found = try ticks(layout.x, isHorizontal: true)
            if panel.x.hasGridLines {
                for label in found.labels {
                    let x = place(x: label.value)
                    drawn.grid.append(.stroke(Path([XY(x, plot.bottom), XY(x, plot.top)]), grid))
                }
            }
            var lowest = plot.bottom + (found.labels.isEmpty ? 1 : 0)
            for label in found.labels {
                let x = place(x: label.value)
                marks.move(to: XY(x, plot.bottom))
                marks.line(to: XY(x, plot.bottom + tick))
                let top = plot.bottom + tick + gap
                if label.isTurned {
                    let baseline = XY(x + (label.box.ascent - label.box.descent) / 2, top + label.box.width)
                    drawn.commands += label.box.commands(at: baseline, quarterTurns: 1, paint: .role(.ink))
                    drawn.obstacles.append(
                        Rect(x: x - label.width / 2, y: top, width: label.width, height: label.height))
                } else {
                    add(label.box, at: XY(x - label.width / 2, top + label.box.ascent), to: &drawn)
                }
                lowest = max(lowest, top + label.height)
            }
            for value in found.minor {
                marks.move(to: XY(place(x: value), plot.bottom))
                marks.line(to: XY(place(x: value), plot.bottom + tick / 2))
            }
            if let label = try layout.label(of: panel.x, found, length: outer.width, room: outer.height) {
                add(label, at: XY(plot.centre.x - label.width / 2, lowest + gap + label.ascent), to: &drawn)
            }
        }
        if panel.y.isVisible {
            if panel.frame != .box {
                drawn.commands.append(.stroke(Path([XY(plot.left, plot.bottom), XY(plot.left, plot.top)]), line))
            }
            let found = try ticks(layout.y, isHorizontal: false)
            if panel.y.hasGridLines {
                for label in found.labels {
                    let y = place(y: label.value)
                    drawn.grid.append(.stroke(Path([XY(plot.left, y), XY(plot.right, y)]), grid))
                }
            }
            var widest = 0.0
            for label in found.labels {
                let y = place(y: label.value)
                marks.move(to: XY(plot.left, y))
                marks.line(to: XY(plot.left - tick, y))
                widest = max(widest, label.width)
                // Lines of a name stand around their tick as one does.
                let rest = label.box.descent - 0.2 * size
                add(
                    label.box, at: XY(plot.left - tick - gap - label.width, y + 0.32 * size - max(0, rest) / 2),
                    to: &drawn)
            }
            for value in found.minor {
                marks.move(to: XY(plot.left, place(y: value)))
                marks.line(to: XY(plot.left - tick / 2, place(y: value)))
            }
            if let label = try layout.label(of: panel.y, found, length: outer.height, room: outer.width) {
                let right = plot.left - (found.labels.isEmpty ? 1 : tick + gap + widest) - gap - 1 - label.descent
                let start = max(outer.top + label.width, min(outer.bottom, plot.centre.y + label.width / 2))
                let origin = XY(max(outer.left + label.ascent, right), start)
                drawn.commands += label.commands(at: origin, quarterTurns: 1, paint: .role(.ink))
            }
        }
        if !marks.isEmpty { drawn.commands.append(.stroke(marks, mark)) }
        return drawn
    }

    /// Axes as arrows that cross at zero, or at the nearest border where zero lies outside.
    private func throughOrigin() throws -> Drawn {
        var drawn = Drawn()
        let x0 = max(plot.left, min(plot.right, place(x: max(layout.x.lower, min(layout.x.upper, 0)))))
        let y0 = max(plot.top, min(plot.bottom, place(y: max(layout.y.lower, min(layout.y.upper, 0)))))
        let stroke = StrokeStyle(paint: .role(.muted), width: 0.7)
        let tick = PanelLayout.tickLength / 2
        var marks = Path()
        if panel.x.isVisible {
            let ends = [XY(plot.left, y0), XY(plot.right, y0)]
            drawn.commands += ArrowShape(points: ends, stroke: stroke).commands
            drawn.lines.append(ends)
            if !panel.x.label.isEmpty {
                let label = try FittingLabel(typesetter: layout.typesetter).set(
                    panel.x.label, size: size, in: outer)
                let below = y0 + 4 + label.ascent
                let baseline = below + label.descent <= outer.bottom ? below : y0 - 4 - label.descent
                add(label, at: XY(plot.right - label.width, baseline), to: &drawn, amongMarks: panel.x.label)
            }
        }
        if panel.y.isVisible {
            let ends = [XY(x0, plot.bottom), XY(x0, plot.top)]
            drawn.commands += ArrowShape(points: ends, stroke: stroke).commands
            drawn.lines.append(ends)
            if !panel.y.label.isEmpty {
                let label = try FittingLabel(typesetter: layout.typesetter).set(
                    panel.y.label, size: size, in: outer)
                let left = x0 - 5 - label.width
                add(
                    label, at: XY(left >= outer.left ? left : x0 + 5, plot.top + label.ascent), to: &drawn,
                    amongMarks: panel.y.label)
            }
        }
        // Automatic ticks would crowd the middle of the panel: only those asked for are drawn.
        if panel.x.isVisible, panel.x.ticks != .automatic {
            for item in try ticks(layout.x, isHorizontal: true).labels {
                let x = place(x: item.value)
                marks.move(to: XY(x, y0 - tick))
                marks.line(to: XY(x, y0 + tick))
                let label = item.box
                add(label, at: XY(x - label.width / 2, y0 + tick + 2 + label.ascent), to: &drawn)
            }
        }
        if panel.y.isVisible, panel.y.ticks != .automatic {
            for item in try ticks(layout.y, isHorizontal: false).labels {
                let y = place(y: item.value)
                marks.move(to: XY(x0 - tick, y))
                marks.line(to: XY(x0 + tick, y))
                let label = item.box
                add(label, at: XY(x0 - tick - 2 - label.width, y + 0.32 * size), to: &drawn)
            }
        }
        if !marks.isEmpty { drawn.commands.append(.stroke(marks, mark)) }
        return drawn
    }
}
