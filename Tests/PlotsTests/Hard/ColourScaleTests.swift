import Plots
import Testing

/// Colours say what the numbers are.
struct ColourScaleTests {
    private func colours(_ map: HeatMap, columns: Int) throws -> [RGB?] {
        let picture = try PanelPicture(x: Axis(ticks: .none), y: Axis(ticks: .none), marks: [map])
        return (0..<columns).map { column in
            let x = picture.plot.left + picture.plot.width * (Double(column) + 0.5) / Double(columns)
            return picture.colour(at: XY(x, picture.plot.centre.y))
        }
    }

    private func row(_ values: [Double]) throws -> ScalarField {
        try ScalarField(xs: values.indices.map(Double.init), ys: [0], values: values)
    }

    @Test func theMiddleOfADivergingMapIsZero() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let (low, high) = (-abs(random.tame()) - 0.1, abs(random.tame()) + 0.1)
            let found = try colours(HeatMap(of: row([low, 0, high]), map: .diverging), columns: 3)
            let neutral = ColourMap.diverging.colour(at: 0.5)
            let middle = try #require(found[1])
            #expect(abs(Int(middle.red) - Int(neutral.red)) < 4 && abs(Int(middle.blue) - Int(neutral.blue)) < 4)
            // As far from the middle is as strong.
            let reach = max(-low, high)
            let wanted = ColourMap.diverging.colour(at: Double(Int((0.5 + high / reach / 2) * 255)) / 255)
            #expect(found[2] == wanted, "seed \(seed)")
        }
    }

    @Test func missingUnderAndOverAreToldApart() throws {
        let scale = ColourScale(
            .blues, range: 0...1, under: RGB(0x00FF00), over: RGB(0xFF0000), missing: RGB(0x808080))
        let found = try colours(HeatMap(of: row([-5, 0, 1, 9, .nan, .infinity]), scale: scale), columns: 6)
        #expect(found[0] == RGB(0x00FF00) && found[3] == RGB(0xFF0000) && found[4] == RGB(0x808080))
        #expect(found[5] == RGB(0xFF0000))
        #expect(found[1] == ColourMap.blues.colour(at: 0) && found[2] == ColourMap.blues.colour(at: 1))
    }

    @Test func missingCellsAreHatched() throws {
        let map = try HeatMap(of: row([0, .nan, 1]))
        let picture = try PanelPicture(marks: [map])
        #expect(picture.commands.contains { if case .stroke(_, let style) = $0 { style.width == 0.5 } else { false } })
        #expect(try colours(map, columns: 3)[1] == nil)
        #expect(
            map.summary(x: Axis(), y: Axis()) == "a heat map of 3 × 1 cells between 0 and 1, 1 of them without a value")
    }

    @Test func logarithmicScalesHaveEqualStepsForEqualRatios() throws {
        let map = try HeatMap(of: row([1, 10, 100]), scale: ColourScale(.greys, logarithmic: true))
        #expect(try colours(map, columns: 3)[1] == ColourMap.greys.colour(at: 127.0 / 255))
    }

    /// The colours of a bar, from the bottom, with the numbers that they span.
    private func bar(_ contents: some FigureContent, beside mark: any Mark) throws -> [(ClosedRange<Double>, RGB)] {
        let figure = Figure(width: 300, height: 200) {
            Row {
                Panel { mark }
                contents
            }
        }
        let csv = figure.csv().split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let names = csv[0].map(String.init)
        func column(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
        let (low, high) = (try column("low"), try column("high"))
        let (red, green, blue) = (try column("red"), try column("green"), try column("blue"))
        return try csv.filter { $0[3] == "colour bar" }.map { row in
            func number(_ index: Int) throws -> Double { try #require(Double(row[index])) }
            func part(_ index: Int) throws -> UInt8 { UInt8(try number(index)) }
            return (try number(low)...number(high), RGB(try part(red), try part(green), try part(blue)))
        }
    }

    @Test(arguments: [Levels.count(6), .logarithmic(5), .explicit([-1, 0, 1, 2, 3]), .quantiles(4)])
    func theBarOfFilledContoursHasTheirColours(levels: Levels) throws {
        let field = ScalarField(x: -2...2, y: -2...2, columns: 30, rows: 30) { $0 + 0.8 * $0 * $0 + $1 }
        for map in [ColourMap.diverging, .meadow] {
            let areas = FilledContours(of: field, levels: levels, map: map)
            let picture = try PanelPicture(marks: [areas])
            let painted = picture.fills.map(\.paint)
            for bar in [
                try bar(ColourBar(for: areas), beside: areas), try bar(ColourBar(0...9, map: map), beside: areas),
            ] {
                #expect(bar.map { Paint.fixed($0.1) } == painted)
                #expect(zip(bar, bar.dropFirst()).allSatisfy { $0.0.upperBound == $1.0.lowerBound })
            }
        }
    }

    @Test func theBarOfAHeatMapHasItsScale() throws {
        let map = try HeatMap(of: row([2, 3, 8]), map: .meadow)
        for bar in [try bar(ColourBar(for: map), beside: map), try bar(ColourBar(0...100, map: .meadow), beside: map)] {
            #expect(bar.first?.0.lowerBound == 2 && bar.last?.0.upperBound == 8 && bar.count == 128)
        }
        // A bar of another map stands for itself.
        #expect(try bar(ColourBar(0...100, map: .greys), beside: map).last?.0.upperBound == 100)
    }

    @Test func levelsAreRoundNumbers() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let (low, range) = (random.tame() * 10, abs(random.tame()) + 0.01)
            let field = try row([low, low + range])
            let count = Int.random(in: 2...12, using: &random)
            let two = try ScalarField(xs: [0, 1], ys: [0, 1], values: [low, low + range, low, low + range])
            #expect(field.range != nil)
            let lines = Contours(of: two, levels: .count(count)).numbers.columns[0].values
            let levels = Array(Set(lines)).sorted()
            #expect(levels.count * 2 >= count && levels.count <= 2 * count, "seed \(seed): \(levels)")
            let steps = zip(levels, levels.dropFirst()).map { $1 - $0 }
            for step in steps {
                let digits = step / Self.power(below: step)
                #expect([1, 2, 2.5, 5, 10].contains { abs(digits - $0) < 1e-6 }, "seed \(seed): \(levels)")
            }
        }
    }

    private static func power(below value: Double) -> Double {
        var power = 1e-12
        while power * 10 <= value * (1 + 1e-9) { power *= 10 }
        return power
    }

    /// Data that are all alike have one colour, which the bar shows around their number.
    @Test(arguments: [0.0, 5, -3]) func theBarOfEqualNumbersHasTheirColour(value: Double) throws {
        let map = try HeatMap(of: row([value, value, value]))
        let found = try bar(ColourBar(for: map), beside: map)
        let colour = try #require(try colours(map, columns: 3)[1])
        #expect(found.count == 1 && found[0].1 == colour && found[0].0.contains(value))
        #expect(found[0].0.upperBound > found[0].0.lowerBound)
    }

    /// The bar shows what is below and above its range, without numbers there.
    @Test func theBarShowsTheColoursBeyondItsRange() throws {
        let scale = ColourScale(.blues, range: 0...0.98, under: RGB(0x00FF00), over: RGB(0xFF0000))
        let map = try HeatMap(of: row([-1, 0.5, 2]), scale: scale)
        let drawing = try Figure(width: 300, height: 200) {
            Row {
                Panel(x: Axis(ticks: .none), y: Axis(ticks: .none)) { map }
                ColourBar(for: map)
            }
        }.drawing(measuring: FixedWidthMeasure())
        for colour in [RGB(0x00FF00), RGB(0xFF0000)] {
            let pieces = drawing.commands.count {
                switch $0 {
                case .fill(_, let paint): paint.source == .fixed(colour)
                case .image(let image, _): image.pixels.allSatisfy { RGB($0.x, $0.y, $0.z) == colour }
                default: false
                }
            }
            #expect(pieces == 2)
        }
        let numbers = drawing.commands.compactMap { if case .text(let run) = $0 { Double(run.string) } else { nil } }
        #expect(numbers.count > 1 && numbers.allSatisfy { (0...0.98).contains($0) }, "\(numbers)")
        let huge = try HeatMap(of: row([-1.5e308, 0, 1.5e308]), map: .greys)
        #expect(try colours(huge, columns: 3)[1] == ColourMap.greys.colour(at: 127.0 / 255))
    }

    /// A bar whose numbers no axis reaches is refused, not drawn with other numbers.
    @Test func barsOfNumbersBeyondEveryAxisAreRefused() throws {
        func draw(_ far: Double) throws {
            let map = HeatMap(of: try ScalarField(xs: [0, 1], ys: [0, 1], values: [-far, 0, 1, far]))
            _ = try Figure(width: 300, height: 200) { ColourBar(for: map, label: "value") }
                .drawing(measuring: FixedWidthMeasure())
        }
        try draw(1e249)
        #expect(throws: PlotError.badDomain(axis: "value", lower: -1.5e308, upper: 1.5e308)) { try draw(1.5e308) }
    }
}
