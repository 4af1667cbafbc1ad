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
}
