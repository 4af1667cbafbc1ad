import Plots
import Testing

struct FigureTests {
    let figure = Figure(width: 300, height: 150) {
        Panel(x: Axis("epoch"), y: Axis("loss", scale: .log)) {
            Line(x: [1, 2, 3, 4.0], y: [1, 0.3, 0.2, 0.4]).role(.validation).label("validation, $\\alpha$")
            Rule(x: 3).label("returned")
        }
    }

    @Test func theAlternativeTextNamesTheMinimum() {
        #expect(figure.altText.contains("minimum 0.2 at epoch 3"))
    }

    @Test func anEmptyAlternativeTextIsAnError() {
        #expect(throws: PlotError.emptyAltText) { try figure.described(as: "  ").drawing() }
    }

    @Test func lettersStandBeforeTheTitlesOfEveryContent() throws {
        let figure = Figure(width: 400, height: 120) {
            Row {
                Panel("one") { Rule(x: 1) }
                ColourBar(0...1)
                Schematic { NodeRow { Node("a", "a") } }
                ImageGrid([PixelImage(columns: 1, rows: 1, pixels: [.zero])], columns: 1, title: "three")
            }
        }.lettered()
        let runs = try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap { command in
            if case .text(let run) = command { run.string } else { nil }
        }
        for title in ["(a) one", "(b)", "(c) three"] { #expect(runs.contains(title)) }
        #expect(!runs.contains { $0.hasPrefix("(d)") })
    }

    @Test func gridsShareAxesAndDrawThemOnce() throws {
        let figure = Figure(width: 300, height: 200) {
            Grid(columns: 2) {
                for index in 1...4 { Panel(x: Axis("x"), y: Axis("y")) { Line(x: [0, 1.0], y: [0, Double(index)]) } }
            }.sharingAxes()
        }
        let runs = try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap { command in
            if case .text(let run) = command { run.string } else { nil }
        }
        #expect(runs.filter { $0 == "x" }.count == 2 && runs.filter { $0 == "y" }.count == 2)
        // Each row's axis reaches to the largest number of all.
        #expect(runs.filter { $0 == "4" }.count == 2)
    }

    @Test func anchoredEdgesLeaveTheSidesTheyName() throws {
        let figure = Figure(width: 200, height: 100) {
            Schematic(.right) {
                NodeRow { Node("a", "a", shape: .box) }
                NodeRow { Node("b", "b", shape: .box) }
                Edge("a", to: "b").anchored(from: .top, to: .bottom).arrow(false).role(.test)
            }
        }
        var points: [XY] = []
        var boxes: [[XY]] = []
        for command in try figure.drawing(measuring: FixedWidthMeasure()).commands {
            guard case .stroke(let path, let style) = command else { continue }
            if style.paint == .role(.test) { points = path.points } else { boxes.append(path.points) }
        }
        let (a, b) = (try #require(boxes.first), try #require(boxes.last))
        let (top, bottom) = (a.map(\.y).min() ?? 0, b.map(\.y).max() ?? 0)
        #expect(abs(points[0].x - (a[0].x + a[1].x) / 2) < 0.01 && abs(points[0].y - (top - 1.5)) < 0.01)
        #expect(abs(points[24].y - (bottom + 1.5)) < 0.01)
        // It leaves upwards and arrives from below.
        #expect(points[1].y < points[0].y && points[23].y > points[24].y)
    }

    @Test func filesAreMadeAndReproducible() throws {
        let svg = try figure.svg(id: "one")
        #expect(svg == (try figure.svg(id: "one")))
        #expect(svg.contains("var(--plot-validation,"))
        #expect(try figure.pdf() == figure.pdf())
        #expect(try figure.png(scale: 1).prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test func unknownCommandsAreErrorsWithTheirPlace() {
        let wrong = Figure { Panel("An $\\alhpa$") { Rule(x: 1) } }
        #expect(throws: PlotError.unknownCommand("\\alhpa", label: "An $\\alhpa$", offset: 4)) { try wrong.drawing() }
    }

    /// Cairo draws a picture and a frame of the same size in one go.
    @Test func aFrameAroundAPictureIsKeptInSVG() throws {
        let picture = try PixelImage(grey: (0..<100).map { UInt8(2 * $0) }, columns: 10)
        let figure = Figure(width: 100, height: 100) {
            Panel(x: Axis(in: 0...10), y: Axis(in: 0...10), frame: .box) { Image(picture) }
        }
        let lines = try figure.svg(id: "a").split(separator: "\n")
        let place = try #require(lines.firstIndex { $0.hasPrefix("<image") })
        let frame = try #require(lines[(place + 1)...].first { $0.hasPrefix("<path") })
        #expect(frame.hasPrefix("<path class=\"s0\" fill=\"none\"") && frame.hasSuffix("z\"/>"))
    }
}
