import Foundation
import Plots
import Testing

/// Marks on logarithmic axes: what has a place is drawn at it, and what reaches to zero is cut at the border.
struct LogarithmicMarkTests {
    private func span(_ values: [Double]) -> ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }

    private func picture(x: Axis = Axis(), y: Axis = Axis(), _ marks: [any Mark]) throws -> PanelPicture {
        var (x, y) = (x, y)
        (x.ticks, y.ticks) = (.none, .none)
        return try PanelPicture(x: x, y: y, marks: marks)
    }

    /// Bars stand around their places, each as wide as the others, whatever the scale.
    @Test(arguments: [AxisScale.linear, .log, .symmetricLog(linear: 0.5)]) func barsAreEquallyWide(scale: AxisScale)
        throws
    {
        for seed in 0..<2000 {
            var random = SplitMix(seed: UInt64(seed))
            let places = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pow(10, Double.random(in: -3...4, using: &random))
            }
            let isLevel = random.chance(0.3)
            var bars = Bars(x: places, y: places.map { _ in 1.0 }).role(.series(0))
            if isLevel { bars = bars.level() }
            let picture = try picture(
                x: Axis(scale: isLevel ? .linear : scale), y: Axis(scale: isLevel ? scale : .linear), [bars])
            let widths = picture.fills.map { fill in
                let reach = span(fill.path.points.map { isLevel ? $0.y : $0.x })
                return reach.upperBound - reach.lowerBound
            }
            #expect(widths.count == places.count, "seed \(seed)")
            #expect((widths.max() ?? 0) - (widths.min() ?? 0) < 1e-6, "seed \(seed)")
            #expect(picture.fills.allSatisfy { $0.path.points.allSatisfy { picture.excess($0) < 1e-6 } })
        }
    }

    @Test func theBinThatReachesToZeroIsThere() throws {
        for values in [(0..<300).map { 100 * pow(Double($0) / 300, 3) }, (0..<40).map { Double($0 % 7) }] {
            let histogram = Histogram(values).role(.series(0))
            let heights = histogram.numbers.columns[2].values
            let picture = try picture(x: Axis(scale: .log), y: Axis(in: 0...400), [histogram])
            let points = picture.fills[0].path.points
            let tops = points.map { picture.value(y: $0.y, in: 0...400) }
            for height in heights { #expect(tops.contains { abs($0 - height) < 1e-9 }, "\(height)") }
            #expect(points.contains { abs($0.x - picture.plot.left) < 1e-9 })
        }
    }

    /// An area's border is its line, on both sides of the level.
    @Test func areasFollowTheirLine() throws {
        for seed in 0..<2000 {
            var random = SplitMix(seed: UInt64(seed))
            let ys = (0..<6).map { _ in pow(10, Double.random(in: -2...2, using: &random)) }
            let area = Area(x: (0..<6).map(Double.init), y: ys, from: 1).role(.series(0))
            let picture = try picture(y: Axis(scale: .log), [area])
            let line = try #require(picture.strokes.first).path.points
            for point in picture.fills.flatMap(\.path.points) {
                #expect(picture.excess(point) < 1e-6, "seed \(seed)")
                // Each corner lies on the level or on the line.
                let index = max(0, min(4, Int((point.x - line[0].x) / (line[5].x - line[0].x) * 5)))
                let share = (point.x - line[index].x) / (line[index + 1].x - line[index].x)
                let height = line[index].y + share * (line[index + 1].y - line[index].y)
                let level = picture.fills.flatMap(\.path.points).map(\.y).sorted()
                #expect(abs(point.y - height) < 1e-6 || level.contains { abs($0 - point.y) < 1e-6 }, "seed \(seed)")
            }
            // Where the line crosses the level the area has no height.
            let pairs = zip(line, line.dropFirst()).enumerated().filter {
                (ys[$0.offset] - 1) * (ys[$0.offset + 1] - 1) < 0
            }
            for (index, (start, end)) in pairs {
                let share = log10(ys[index]) / (log10(ys[index]) - log10(ys[index + 1]))
                let crossing = start + share * (end - start)
                let isThere = picture.fills.flatMap(\.path.points).contains {
                    abs($0.x - crossing.x) < 1e-6 && abs($0.y - crossing.y) < 1e-6
                }
                #expect(isThere, "seed \(seed)")
            }
        }
    }

    @Test func anAreaReachesItsLevel() throws {
        let picture = try picture(
            y: Axis(scale: .log), [Area(x: [0, 1], y: [50, 100], from: 1).role(.series(0))])
        let heights = span(picture.fills[0].path.points.map(\.y))
        #expect(picture.plot.bottom - heights.upperBound > 1)
    }

    @Test func boxesThatReachToZeroAreCut() throws {
        let picture = try picture(
            y: Axis(scale: .log), [Distribution(["a"], values: [[0, 0, 0, 1, 5, 9, 100]]).role(.series(0))])
        let box = try #require(picture.fills.first { $0.paint.opacity == 0.22 })
        let heights = span(box.path.points.map(\.y))
        #expect(abs(heights.upperBound - picture.plot.bottom) < 1e-6 && heights.upperBound - heights.lowerBound > 20)
        // Quartiles between the numbers count for the domain, too.
        let extent = Distribution(["a"], values: [[-1, 0, 0.5, 1, 2, 30]])
        let other = try self.picture(y: Axis(scale: .log), [extent.role(.series(0))])
        let low = other.fills.first { $0.paint.opacity == 0.22 }?.path.points.map(\.y).max() ?? 0
        #expect(low < other.plot.bottom)
    }

    /// A violin is closed all around, and its lower end lies at the border where the density reaches to zero.
    @Test func violinsAreWhole() throws {
        let values = (1...60).map { pow(1.2, Double($0)) }
        let picture = try picture(
            y: Axis(scale: .log), [Distribution(["a"], values: [values], as: .violin).role(.series(0))])
        let shape = try #require(picture.fills.first { $0.paint.opacity == 0.22 }).path.points
        #expect(abs((shape.map(\.y).max() ?? 0) - picture.plot.bottom) < 1e-6)
        let outline = try #require(picture.strokes.first { $0.path.points.count > 100 }).path.points
        #expect((outline[0] - outline[outline.count - 1]).length < 1e-9)
        let steps = zip(shape, shape.dropFirst()).map { abs($0.y - $1.y) }
        #expect((steps.max() ?? 0) < picture.plot.height / 20)
    }

    @Test func contoursOfAFieldFromZeroAreInTheDomain() throws {
        let field = ScalarField(x: 0...10, y: 0...1, columns: 41, rows: 21) { $0 + 5 * $1 }
        for mark in [Contours(of: field), FilledContours(of: field)] as [any Mark] {
            let extent = mark.extent(x: .log, y: .linear)
            var wanted = DataExtent()
            for x in field.xs { wanted.include(x: x) }
            for y in field.ys { wanted.include(y: y) }
            wanted.isTight = true
            #expect(extent == wanted)
        }
        // The area at the lower left has its corner there.
        let picture = try picture(x: Axis(in: 0.1...10, scale: .log), [FilledContours(of: field)])
        let corner = XY(picture.plot.left, picture.plot.bottom)
        #expect(picture.fills[0].path.points.contains { ($0 - corner).length < 1e-6 })
    }

    @Test func anArrowFromZeroIsCut() throws {
        let axis = Axis(in: 1...100, scale: .log)
        let picture = try picture(x: axis, y: axis, [Arrow(from: (0, 0), to: (10, 10)).role(.test)])
        let line = try #require(picture.strokes.first).path.points
        #expect((line[0] - XY(picture.plot.left, picture.plot.bottom)).length < 1e-6)
    }

    @Test func tintedOutlinesAreCutAtBothBorders() throws {
        let axis = Axis(in: 0.1...10, scale: .log)
        let ball = Outline.l2Ball(radius: 2, centre: (1, 1)).filled().role(.test)
        let picture = try picture(x: axis, y: axis, [ball])
        let corner = XY(picture.plot.left, picture.plot.bottom)
        let points = try #require(picture.fills.first).path.points
        // Nearly all of the lower left corner is inside: no edge runs across it.
        #expect(points.contains { ($0 - corner).length < 12 })
    }

    @Test func stepsChangeHalfwayOnThePage() throws {
        let line = Line(x: [1, 100], y: [1, 2]).stepped(.halfway).role(.test)
        let picture = try picture(x: Axis(in: 1...100, scale: .log), [line])
        let points = try #require(picture.strokes.first).path.points
        #expect(abs(points[1].x - picture.plot.centre.x) < 1e-9)
    }

    @Test func functionsAreSampledAlongTheScale() throws {
        let line = Line(over: 0.001...1000, samples: 7, on: .log) { $0 * $0 }
        let xs = line.numbers.columns[0].values
        for (x, power) in zip(xs, -3...3) { #expect(abs(log10(x) - Double(power)) < 1e-9) }
        let regression = Regression(x: [1, 10, 1e5], y: [1, 2, 40]).role(.test)
        let picture = try picture(x: Axis(scale: .log), [regression])
        let places = try #require(picture.strokes.first).path.points.map(\.x)
        let steps = zip(places, places.dropFirst()).map { $1 - $0 }
        #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 1e-6)
    }

    @Test func infiniteErrorBarsReachToTheBorder() throws {
        let domain = 0.0...10
        let bars = ErrorBars(x: [0, 1, 2], y: [1, 2, 3], low: [-.infinity, 1, 2], high: [2, .infinity, .nan])
        let picture = try picture(y: Axis(in: domain), [bars.role(.test)])
        let reaches = picture.strokes.map { span($0.path.points.map { picture.value(y: $0.y, in: domain) }) }
        #expect(reaches.count == 2)
        #expect(abs(reaches[0].lowerBound) < 1e-9 && abs(reaches[0].upperBound - 2) < 1e-9)
        #expect(abs(reaches[1].lowerBound - 1) < 1e-9 && abs(reaches[1].upperBound - 10) < 1e-9)
        // No cap says that such an end is known.
        #expect(picture.strokes.map { $0.path.points.count } == [4, 4])
    }
}
