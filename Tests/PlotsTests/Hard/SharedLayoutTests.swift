import Plots
import Testing

struct SharedLayoutTests {
    private func boxes(_ drawing: Drawing) -> [[XY]] {
        drawing.commands.compactMap { command in
            guard case .stroke(let path, let style) = command, style.width == 0.6, path.elements.last == .close else {
                return nil
            }
            return path.points
        }
    }

    /// The plot areas of panels and colour bars, in reading order.
    private func plots(_ drawing: Drawing) -> [Rect] {
        drawing.commands.compactMap { command in
            if case .open(.panel(let plot, _, _)) = command { plot } else { nil }
        }
    }

    /// One unit is as long in every panel and along both axes.
    @Test func equalUnitsLineUpAlongASharedAxis() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let ranges = (0..<3).map { _ in abs(random.tame()) + 0.5 }
            let isRow = random.chance(0.5)
            let panels = ranges.map { range in
                Panel(
                    x: Axis(in: 0...(isRow ? range : 2)), y: Axis(in: 0...(isRow ? 2 : range)), frame: .box,
                    aspect: .equal
                ) { Rule(y: 0.3) }
            }
            let figure = Figure(width: 400, height: isRow ? 200 : 400) {
                if isRow { Row { panels }.sharingY() } else { Column { panels }.sharingX() }
            }
            let boxes = boxes(try figure.drawing(measuring: FixedWidthMeasure()))
            #expect(boxes.count == 3)
            for (box, range) in zip(boxes, ranges) {
                let (width, height) = (box[2].x - box[0].x, box[2].y - box[0].y)
                let (along, across) = isRow ? (width, height) : (height, width)
                #expect(abs(along / range - across / 2) < 0.01 * across, "seed \(seed)")
                if isRow { #expect(abs(box[0].y - boxes[0][0].y) + abs(box[2].y - boxes[0][2].y) < 0.1) }
                if !isRow { #expect(abs(box[0].x - boxes[0][0].x) + abs(box[2].x - boxes[0][2].x) < 0.1) }
            }
        }
    }

    /// Axes cross at the origin or stand outside; they never cross elsewhere.
    @Test func axesThroughTheOriginCrossThere() throws {
        func tickless(_ x: Axis) throws -> Drawing {
            try Figure(width: 200, height: 120) {
                Panel(x: x, y: Axis("y"), frame: .origin) { Line(x: [2, 3], y: [5, 6]) }
            }.drawing(measuring: FixedWidthMeasure())
        }
        let numbers = { (drawing: Drawing) in
            drawing.commands.count { if case .text(let run) = $0 { run.string.first?.isNumber == true } else { false } }
        }
        #expect(numbers(try tickless(Axis("x"))) == 0)
        #expect(numbers(try tickless(Axis("x", in: 2...3))) > 3)
    }

    @Test func fieldsThatHaveNoInsideAreErrors() throws {
        let row = try ScalarField(xs: [0, 1, 2], ys: [0], values: [1, 2, 3])
        #expect(throws: PlotError.badShape(mark: "contours", columns: 3, rows: 1, values: 3)) {
            try PanelPicture(marks: [Contours(of: row)])
        }
        #expect(throws: PlotError.badNumber(what: "the step of a vector field along x", value: 0)) {
            try PanelPicture(marks: [VectorField(x: 0...0, y: 0...1) { _, y in (1, y) }])
        }
    }

    /// Panels with one axis line up along it, whatever their aspects, and equal units stay equal.
    @Test func panelsOfDifferentAspectsLineUp() throws {
        for seed in 0..<1000 {
            var random = SplitMix(seed: UInt64(seed))
            let isRow = random.chance(0.5)
            let panels = (0..<3).map { place -> Panel in
                let aspects: [Panel.Aspect] = [.free, .equal, .ratio(0.5), .ratio(1), .ratio(3)]
                let aspect = place == 0 ? .free : aspects.randomElement(using: &random) ?? .free
                let range = abs(random.tame()) + 0.5
                return Panel(
                    x: Axis(in: 0...(isRow ? range : 2)), y: Axis(in: 0...(isRow ? 2 : range)), frame: .box,
                    aspect: aspect
                ) { Rule(y: 0.3) }
            }
            let figure = Figure(width: isRow ? 500 : 300, height: isRow ? 200 : 500) {
                if isRow { Row { panels }.sharingY() } else { Column { panels }.sharingX() }
            }
            let boxes = boxes(try figure.drawing(measuring: FixedWidthMeasure()))
            #expect(boxes.count == 3)
            for (box, panel) in zip(boxes, panels) {
                let (width, height) = (box[2].x - box[0].x, box[2].y - box[0].y)
                if isRow { #expect(abs(box[0].y - boxes[0][0].y) + abs(box[2].y - boxes[0][2].y) < 1, "seed \(seed)") }
                if !isRow { #expect(abs(box[0].x - boxes[0][0].x) + abs(box[2].x - boxes[0][2].x) < 1, "seed \(seed)") }
                if case .ratio(let ratio) = panel.aspect { #expect(abs(width / height - ratio) < 1e-6, "seed \(seed)") }
            }
        }
    }

    /// A colour bar among panels that share an axis keeps its own and takes no part in theirs.
    @Test func colourBarsKeepTheirAxis() throws {
        let map = HeatMap(of: ScalarField(x: 0...4, y: 0...2, columns: 5, rows: 3) { 100 + $0 * $1 })
        let panels = (0..<2).map { _ in Panel(x: Axis("x"), y: Axis("y"), frame: .box) { map } }
        let bar = ColourBar(for: map, label: "value")
        func texts(_ content: some FigureContent) throws -> [String] {
            try Figure(width: 420, height: 260) { content }.drawing(measuring: FixedWidthMeasure()).commands.compactMap
            {
                if case .text(let run) = $0 { run.string } else { nil }
            }
        }
        let contents: [any FigureContent] = panels + [bar]
        for texts in [
            try texts(Row { contents }.sharingY()), try texts(Grid(columns: 3) { contents }.sharingAxes()),
            try texts(Grid(columns: 2) { contents }.sharingAxes()),
        ] {
            // The panels' axis ends at 2.5, the bar's at 108.
            #expect(texts.contains("value") && texts.contains("2"))
            #expect(texts.contains { (Double($0) ?? 0) > 100 })
            #expect(texts.count { $0 == "y" } == 1)
        }
        #expect(try texts(Grid(columns: 2) { contents }.sharingAxes()).count { $0 == "x" } == 2)
    }

    /// Panels with one x axis line up below each other, also where some have colour bars beside them.
    @Test func panelsBesideColourBarsLineUp() throws {
        for seed in 0..<1000 {
            var random = SplitMix(seed: UInt64(seed))
            let rows = (0..<3).map { place -> any FigureContent in
                let top = abs(random.tame()) + 0.5
                let map = HeatMap(of: ScalarField(x: 0...4, y: 0...2, columns: 5, rows: 3) { x, y in top * x * y })
                let panels = (0..<2).map { _ in
                    Panel(x: Axis("x"), y: Axis("y", in: 0...(top * 1000)), frame: .box) { map }
                }
                if place > 0, random.chance(0.3) { return Row { panels } }
                return Row(spacing: 7, shares: [1, 0, 2]) {
                    panels[0]
                    ColourBar(for: map)
                    panels[1]
                    if random.chance(0.5) { ColourBar(for: map, label: "value") }
                }
            }
            let figure = Figure(width: 460, height: 360) { Column { rows }.sharingX() }
            let plots = plots(try figure.drawing(measuring: FixedWidthMeasure())).filter { $0.width > 10 }
            #expect(plots.count == 6)
            for (place, plot) in plots.enumerated() {
                let first = plots[place % 2]
                #expect(abs(plot.left - first.left) + abs(plot.right - first.right) < 0.1, "seed \(seed)")
            }
            let (one, two) = (plots[0], plots[1])
            #expect(abs(2 * one.width - two.width) < 0.1, "seed \(seed)")
        }
    }

    /// A panel above a row of a panel and its colour bar is as wide as the panel below.
    @Test func aPanelAboveAPanelWithAColourBarIsAsWide() throws {
        let map = HeatMap(of: ScalarField(x: 0...4, y: 0...2, columns: 5, rows: 3) { $0 * $1 })
        let panel = Panel(x: Axis("x"), y: Axis("y"), frame: .box) { map }
        let figure = Figure(width: 300, height: 300) {
            Column {
                Panel(x: Axis("x"), y: Axis("long", in: 0...1e7), frame: .box) { Rule(y: 3) }
                Row {
                    panel
                    ColourBar(for: map)
                }
            }.sharingX()
        }
        let plots = plots(try figure.drawing(measuring: FixedWidthMeasure()))
        #expect(plots.count == 3)
        #expect(abs(plots[0].left - plots[1].left) + abs(plots[0].right - plots[1].right) < 0.1)
        #expect(abs(plots[2].width - 9) < 0.1)
    }

    /// Panels of a grid with shared axes line up along both in their own aspects, or are refused.
    @Test func aspectsInAGridLineUpOrAreRefused() throws {
        var refused = 0
        for seed in 0..<1000 {
            var random = SplitMix(seed: UInt64(seed))
            let aspects: [Panel.Aspect] = [.free, .free, .ratio(0.5), .ratio(1), .ratio(3)]
            let panels = (0..<4).map { _ in
                Panel(
                    x: Axis(in: 0...3), y: Axis(in: 0...2), frame: .box, aspect: aspects.randomElement(using: &random)!
                ) {
                    Rule(y: 0.3)
                }
            }
            let figure = Figure(width: 400, height: 300) { Grid(columns: 2) { panels }.sharingAxes() }
            do {
                let plots = plots(try figure.drawing(measuring: FixedWidthMeasure()))
                #expect(plots.count == 4)
                for (place, plot) in plots.enumerated() {
                    let (above, left) = (plots[place % 2], plots[place / 2 * 2])
                    #expect(abs(plot.left - above.left) + abs(plot.right - above.right) < 0.1, "seed \(seed)")
                    #expect(abs(plot.top - left.top) + abs(plot.bottom - left.bottom) < 0.1, "seed \(seed)")
                    if case .ratio(let ratio) = panels[place].aspect {
                        #expect(abs(plot.width / plot.height - ratio) < 0.01, "seed \(seed)")
                    }
                }
            } catch PlotError.unalignedAspects {
                refused += 1
                let isRatio = panels.map { panel in if case .ratio = panel.aspect { true } else { false } }
                #expect(isRatio.allSatisfy { $0 }, "seed \(seed)")
            }
        }
        #expect(refused > 10 && refused < 500)
    }

    /// A colour bar in a grid keeps its width.
    @Test func aColourBarInAGridIsNarrow() throws {
        let map = HeatMap(of: ScalarField(x: 0...4, y: 0...2, columns: 5, rows: 3) { $0 * $1 })
        let panel = Panel(x: Axis("x"), y: Axis("y"), frame: .box) { map }
        for count in [2, 3] {
            let figure = Figure(width: 400, height: 300) {
                Grid(columns: 2) {
                    panel
                    ColourBar(for: map)
                    panel
                    if count == 3 { ColourBar(for: map) } else { panel }
                }
            }
            let plots = plots(try figure.drawing(measuring: FixedWidthMeasure()))
            #expect(abs(plots[1].width - 9) < 0.1)
            #expect(count == 2 || plots[0].width > 250)
        }
    }
}
