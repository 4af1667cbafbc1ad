import Plots
import Testing

struct BadInputTests {
    private func draw(_ panel: Panel) throws -> Drawing {
        try Figure(width: 300, height: 150) { panel }.drawing(measuring: FixedWidthMeasure())
    }

    @Test func arraysOfDifferentLengthsAreErrors() {
        #expect(throws: PlotError.countMismatch(mark: "line", what: "y", expected: 2, found: 1)) {
            try draw(Panel { Line(x: [0, 1.0], y: [1.0]) })
        }
        #expect(throws: PlotError.countMismatch(mark: "band", what: "a replicate", expected: 2, found: 1)) {
            try draw(Panel { Band(x: [0, 1.0], replicates: [[1, 2], [3]]) })
        }
    }

    @Test func domainsThatCannotBeDrawnAreErrors() {
        #expect(throws: PlotError.badDomain(axis: "x", lower: 1, upper: 1)) {
            try draw(Panel(x: Axis("x", in: 1...1)) { Line(x: [0, 1.0], y: [0, 1.0]) })
        }
        #expect(throws: PlotError.badDomain(axis: "x", lower: 1, upper: .infinity)) {
            try draw(Panel(x: Axis("x", in: 1...Double.infinity)) { Line(x: [0, 1.0], y: [0, 1.0]) })
        }
        #expect(throws: PlotError.logOfNonPositive(axis: "y", value: 0)) {
            try draw(Panel(y: Axis("y", in: 0...1, scale: .log)) { Line(x: [0, 1.0], y: [0, 1.0]) })
        }
    }

    @Test func boundsMayFallButMustDiffer() throws {
        func place(_ axis: Axis) throws -> Double {
            let drawing = try draw(Panel(x: axis, y: .hidden(0...1)) { Point(x: 1, y: 0.5).role(.optimum) })
            for case .fill(let path, let paint) in drawing.commands where paint == .role(.optimum) {
                return path.points[0].x
            }
            return .nan
        }
        let (forward, backward) = (try place(Axis(from: 0, to: 5)), try place(Axis(from: 5, to: 0)))
        #expect(forward < 130 && backward > 170)
        for (start, end) in [(3.0, 3.0), (.nan, 1), (0, .infinity)] {
            let error = #expect(throws: PlotError.self) { try place(Axis("x", from: start, to: end)) }
            guard case .badDomain(axis: "x", lower: let lower, upper: _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(lower == start || start.isNaN)
        }
    }

    @Test func numbersThatMakeNoSenseAreErrors() {
        func failure(_ mark: any Mark) -> PlotError? {
            #expect(throws: PlotError.self) { try draw(Panel { mark }) }
        }
        let line = Line(x: [0, 1.0], y: [0, 1.0])
        #expect(failure(line.lineWidth(.nan)) != nil)
        #expect(failure(line.lineWidth(-1)) == .badNumber(what: "a line's width", value: -1))
        #expect(failure(line.opacity(1.5)) == .badNumber(what: "an opacity", value: 1.5))
        #expect(failure(line.dash(.custom([0, 0]))) == .badNumber(what: "every length of a dash", value: 0))
        #expect(failure(line.dash(.custom([1, -1]))) == .badNumber(what: "the length of a dash", value: -1))
        let field = ScalarField(x: 1...1, y: 0...1) { $0 + $1 }
        for mark in [Contours(of: field), FilledContours(of: field), HeatMap(of: field)] as [any Mark] {
            #expect(failure(mark) == .badDomain(axis: "x", lower: 1, upper: 1))
        }
        let narrow = ScalarField(x: 0...1, y: 0...1, columns: 1, rows: 5) { $0 + $1 }
        #expect(failure(Contours(of: narrow)) == .badShape(mark: "field", columns: 1, rows: 5, values: 0))
        for count in [-1, 1001, Int.max] {
            #expect(
                failure(Contours(x: 0...1, y: 0...1, levels: .count(count)) { $0 + $1 })
                    == .badNumber(what: "the number of levels", value: Double(count)))
        }
        #expect(throws: PlotError.badNumber(what: "the spacing", value: -3)) {
            try Figure { Row(spacing: -3) { Panel { line } } }.drawing()
        }
        #expect(throws: PlotError.self) { try Figure { Grid(columns: 2, spacing: .nan) { Panel { line } } }.drawing() }
    }

    /// Every mark with every kind of missing, infinite and enormous number: drawn without a trap.
    @Test func hugeAndMissingNumbersAreDrawn() throws {
        let nasty: [[Double]] = [
            [], [.nan], [.infinity, -.infinity], [0, 0, 0], [-1, -2], [1e308, -1e308], [1.7e308, 1.6e308],
            [.leastNonzeroMagnitude, 0, 1], [1e20, 1e20], [.nan, 1, .infinity, 2],
        ]
        let scales: [AxisScale] = [.linear, .log, .symmetricLog(linear: 1), .categorical(["a", "b"])]
        for (index, values) in nasty.enumerated() {
            let xs = values.indices.map(Double.init)
            let first = values.first ?? .nan
            let field = try ScalarField(
                xs: [0, 1], ys: [0, 1], values: [first, values.last ?? .nan, first, values.last ?? .nan])
            let marks: [any Mark] = [
                Line(x: xs, y: values), Line(x: values, y: xs).marker(.dot), Points(x: values, y: values),
                Point(x: first, y: first).label("a"), Band(x: xs, low: values, high: values),
                Band(x: xs, replicates: [values, values], .bootstrap(0.9)).runs(true), Bars(x: values, y: values),
                Bars(x: xs, y: values, errors: values), Histogram(values), Histogram(values, bins: 3, density: true),
                Rule(x: first), Rule(y: first), Arrow(from: (first, 0), to: (0, first)), Text("a", x: first, y: first),
                Annotation("a", x: first, y: first), Contours(of: field).labelled(), FilledContours(of: field),
                HeatMap(of: field), Trajectory(x: values, y: values), Outline.l2Ball(radius: first),
                Outline.l1Ball(radius: 1, centre: (first, first)).filled(),
                VectorField(x: 0...1, y: 0...1, columns: 3, rows: 3) { (first * $0, first + $1) },
            ]
            for scale in scales {
                for mark in marks {
                    let figure = Figure(width: 300, height: 150) {
                        Panel(x: Axis(scale: scale), y: Axis(scale: scale)) { mark }
                    }
                    let drawing = try figure.drawing(measuring: FixedWidthMeasure())
                    let places = drawing.commands.flatMap { command -> [XY] in
                        switch command {
                        case .fill(let path, _), .stroke(let path, _): path.points
                        case .text(let run): [run.origin]
                        default: []
                        }
                    }
                    let isFinite = places.allSatisfy { abs($0.x) < 1e4 && abs($0.y) < 1e4 }
                    #expect(isFinite, "data \(index), \(scale), \(mark.numbers.mark)")
                    #expect(!figure.csv().isEmpty)
                }
            }
        }
    }

    @Test func formulasNestedTooDeeplyAreErrors() {
        let label = "$" + String(repeating: "{", count: 100_000) + "$"
        let error = #expect(throws: PlotError.self) { try draw(Panel(label) { Rule(x: 1) }) }
        guard case .badMath(reason: .nestedTooDeeply, label: _, offset: 101) = error else {
            Issue.record("\(String(describing: error).suffix(80))")
            return
        }
    }

    @Test func lettersWithoutAFaceAreErrors() {
        #expect(throws: PlotError.missingLetter("\u{F8FF}", label: "a \u{F8FF}")) {
            try Figure { Panel("a \u{F8FF}") { Rule(x: 1) } }.drawing()
        }
    }

    @Test func controlCharactersStayOutOfSVG() throws {
        let svg = try Figure(title: "a\u{8}\u{0}b < c") { Panel { Rule(x: 1) } }.svg(id: "a")
        #expect(svg.contains("<title id=\"a.title\">ab &lt; c</title>"))
    }

    @Test func dataWithoutNumbersGiveEmptyPanels() throws {
        for values in [[], [Double.nan, Double.nan], [Double.infinity, -Double.infinity], [0, -1]] as [[Double]] {
            let drawing = try draw(
                Panel(y: Axis("y", scale: .log)) { Line(x: values.indices.map(Double.init), y: values).label("a") })
            #expect(drawing.commands.contains { if case .text = $0 { true } else { false } })
        }
    }

    @Test func aMillionPointsBecomeFew() throws {
        let xs = (0..<1_000_000).map(Double.init)
        let drawing = try draw(Panel { Line(x: xs, y: xs.map { ($0 * 7919).truncatingRemainder(dividingBy: 1000) }) })
        let points = drawing.commands.reduce(0) { count, command in
            if case .stroke(let path, _) = command { count + path.elements.count } else { count }
        }
        #expect(points < 40_000)
    }

    @Test func aMillionPointsOfACloudBecomeFew() throws {
        var random = SplitMix(seed: 3)
        let xs = (0..<1_000_000).map { _ in Double.random(in: 0...1, using: &random) }
        let drawing = try draw(Panel { Points(x: xs, y: xs.reversed()) })
        // One mask over the whole panel, and the axes.
        #expect(drawing.commands.count < 40)
        #expect(try drawing.svg(id: "a").utf8.count < 200_000 && drawing.pdf().count < 200_000)
    }

    @Test func figuresWithoutRoomAreErrors() {
        #expect(throws: PlotError.self) {
            try Figure(width: 20, height: 20) { Panel(x: Axis("a long label")) { Rule(x: 1) } }.drawing()
        }
        #expect(throws: PlotError.badNumber(what: "the figure's width", value: -1)) {
            try Figure(width: -1) { Panel { Rule(x: 1) } }.drawing()
        }
    }

    @Test func csvHoldsEveryNumber() {
        let figure = Figure { Panel("A \"b\", c") { Line(x: [1, 2.0], y: [0.5, .nan]).label("a") } }
        #expect(
            figure.csv()
                == "panel,title,number,mark,label,x,y\r\n1,\"A \"\"b\"\", c\",1,line,a,1,0.5\r\n1,\"A \"\"b\"\", c\",1,line,a,2,NaN\r\n"
        )
    }

    @Test func csvHoldsThePixelsOfPictures() throws {
        let grey = try PixelImage(grey: [0, 10, 20, 255] as [UInt8], columns: 2)
        let coloured = PixelImage(columns: 1, rows: 1, pixels: [SIMD4(1, 2, 3, 255)])
        let figure = Figure {
            Panel { Rule(x: 4) }
            ImageGrid([grey, coloured], columns: 2, labels: ["a", "b"], title: "t")
        }
        let lines = figure.csv().split(separator: "\r\n")
        #expect(
            lines == [
                "panel,title,number,mark,label,x,row,column 1,column 2", "1,,1,rule,,4,,,", "2,t,1,picture,a,,1,0,10",
                "2,t,1,picture,a,,2,20,255", "2,t,2,\"picture, red\",b,,1,1,", "2,t,2,\"picture, green\",b,,1,2,",
                "2,t,2,\"picture, blue\",b,,1,3,",
            ])
    }

    @Test func csvHoldsTheInkOfPicturesInOneColour() throws {
        let signed = try PixelImage(
            signed: [-2, -1, 0, 0.5, 3, .nan], columns: 3, reach: 2, negative: RGB(1, 2, 3), positive: RGB(4, 5, 6))
        #expect(signed.pixels.map(\.w) == [255, 128, 0, 64, 255, 0])
        #expect(signed.pixels.map(\.x) == [1, 1, 4, 4, 4, 4])
        let ink = try PixelImage(ink: [0, 0.5, 1.5, .nan], columns: 2, colour: RGB(1, 2, 3))
        #expect(ink.pixels == [SIMD4(1, 2, 3, 0), SIMD4(1, 2, 3, 128), SIMD4(1, 2, 3, 255), SIMD4(1, 2, 3, 0)])
        let grid = Figure { ImageGrid([ink], columns: 1) }
        #expect(
            grid.csv().split(separator: "\r\n").dropFirst() == [
                "1,,1,\"picture, opacity\",,1,0,128", "1,,1,\"picture, opacity\",,2,255,0",
            ])
        let panel = Figure { Panel { Image(ink) } }
        #expect(panel.csv().split(separator: "\r\n").dropFirst().first == "1,,1,image,,1,1,1,2,3,0")
        #expect(throws: PlotError.badShape(mark: "image", columns: 3, rows: 1, values: 4)) {
            try PixelImage(ink: [0, 0, 0, 0.0], columns: 3)
        }
    }
}
