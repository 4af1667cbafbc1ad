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
}
