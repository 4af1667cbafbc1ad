import Foundation
import Plots
import Testing

/// Kinds of marks against the numbers they draw.
struct MarkKindTests {
    private func columns(_ mark: any Mark) -> [String: [Double]] {
        Dictionary(uniqueKeysWithValues: mark.numbers.columns.map { ($0.name, $0.values) })
    }

    private func spans(_ picture: PanelPicture, _ role: Role, in domain: ClosedRange<Double>) -> [(
        low: Double, high: Double
    )] {
        picture.fills.filter { $0.paint.source == .role(role) }.map { fill in
            let ys = fill.path.points.map { picture.value(y: $0.y, in: domain) }
            return (ys.min() ?? 0, ys.max() ?? 0)
        }
    }

    @Test func stackedBarsStandOnThoseBefore() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let sets = (0..<3).map { _ in (0..<4).map { _ in random.tame() } }
            let domain = -10.0...10
            let picture = try PanelPicture(
                y: Axis(in: domain, ticks: .none),
                marks: sets.enumerated().map { Bars(["a", "b", "c", "d"], y: $1).stacked().role(.series($0)) })
            for (set, heights) in sets.enumerated() {
                let found = spans(picture, .series(set), in: domain)
                for (place, height) in heights.enumerated() {
                    let below = sets[..<set].map { $0[place] }.filter { ($0 < 0) == (height < 0) }.reduce(0, +)
                    let (low, high) = (min(below, below + height), max(below, below + height))
                    #expect(abs(found[place].low - low) < 1e-9 && abs(found[place].high - high) < 1e-9, "seed \(seed)")
                }
            }
        }
    }

    @Test func levelBarsLieAlongX() throws {
        let domain = 0.0...10
        let picture = try PanelPicture(
            x: Axis(in: domain, ticks: .none),
            marks: [Bars(["a", "b"], y: [3, 7], errors: [1, 2]).level().role(.series(0))])
        let ends = picture.fills.map { $0.path.points.map { picture.value(x: $0.x, in: domain) }.max() ?? 0 }
        #expect(zip(ends, [3, 7]).allSatisfy { abs($0 - $1) < 1e-9 } && ends.count == 2)
        #expect(picture.texts.map(\.string) == ["a", "b"])
        let reach = picture.strokes.map { $0.path.points.map { picture.value(x: $0.x, in: domain) } }
        #expect(abs((reach[1].max() ?? 0) - 9) < 1e-9 && abs((reach[1].min() ?? 0) - 5) < 1e-9)
    }

    @Test func stepsHoldTheirHeight() throws {
        let domain = 0.0...4
        for (step, places) in [(Line.Step.after, [1.0, 2]), (.before, [0, 1]), (.halfway, [0.5, 1.5])] {
            let picture = try PanelPicture(
                x: Axis(in: domain), y: Axis(in: domain),
                marks: [Line(x: [0, 1, 2], y: [1, 3, 2]).stepped(step).role(.test)])
            let points = try #require(picture.strokes.first).path.points
            let rises = zip(points, points.dropFirst()).filter { abs($0.x - $1.x) < 1e-9 && abs($0.y - $1.y) > 1e-9 }
            #expect(
                zip(rises, places).allSatisfy { abs(picture.value(x: $0.0.x, in: domain) - $1) < 1e-9 }
                    && rises.count == 2)
        }
    }

    @Test func areasReachTheirLevel() throws {
        let domain = -2.0...2
        let picture = try PanelPicture(
            x: Axis(in: 0...1), y: Axis(in: domain), marks: [Area(x: [0, 1], y: [1, -1]).role(.series(0))])
        let corners = picture.fills.flatMap(\.path.points).map {
            (picture.value(x: $0.x, in: 0...1), picture.value(y: $0.y, in: domain))
        }
        #expect(corners.contains { abs($0.0 - 0.5) < 1e-9 && abs($0.1) < 1e-9 })
        #expect(corners.allSatisfy { $0.1 > -1.001 && $0.1 < 1.001 })
    }

    @Test func boxesShowQuartilesAndOutliers() {
        let values = [1.0, 2, 3, 4, 5, 6, 7, 8, 30]
        let mark = Distribution(["a"], values: [values])
        #expect(mark.summary(x: Axis(), y: Axis()) == "boxes: a median 5, quartiles 3 and 7, n = 9")
        let extent = mark.extent(x: .linear, y: .linear)
        #expect(extent.xCategories == ["a"])
    }

    @Test func densitiesIntegrateToOne() {
        for seed in 0..<50 {
            var random = SplitMix(seed: UInt64(seed))
            let values = (0..<Int.random(in: 2...60, using: &random)).map { _ in random.tame() }
            let curve = columns(Line.density(of: values))
            let (xs, ys) = (curve["x"] ?? [], curve["y"] ?? [])
            let area = zip(zip(xs, xs.dropFirst()), zip(ys, ys.dropFirst())).reduce(0.0) {
                $0 + ($1.0.1 - $1.0.0) * ($1.1.0 + $1.1.1) / 2
            }
            #expect(abs(area - 1) < 0.01, "seed \(seed): \(area)")
        }
    }

    @Test func theCumulativeShareRisesByOneAtEachNumber() {
        let curve = columns(Line.cumulativeShare(of: [3, 1, 2, .nan, 2]))
        #expect(curve["x"] == [1, 1, 2, 2, 3] && curve["y"] == [0, 0.25, 0.5, 0.75, 1])
    }

    /// Against the numbers of R's `predict(lm(y ~ x), interval = "confidence")`.
    @Test func regressionIsThatOfLeastSquares() throws {
        let mark = Regression(x: [1, 2, 3, 4, 5], y: [2.1, 3.9, 6.2, 7.8, 10.1])
        let curve = columns(mark)
        #expect(mark.summary(x: Axis(), y: Axis()).contains("slope 1.99 and intercept 0.05"))
        // At the mean of x: 6.02 ± t(3; 0.975) s / √5 with t = 3.18245 and s = 0.18886.
        let middle = 30
        #expect(abs((curve["y"]?[middle] ?? 0) - 6.02) < 1e-9)
        #expect(abs((curve["high"]?[middle] ?? 0) - 6.02 - 3.182446 * 0.188856 / 5.0.squareRoot()) < 1e-4)
    }

    @Test func datesHaveTheCalendarsTicks() throws {
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        func texts(_ days: Double, scale: AxisScale = .linear) throws -> [String] {
            let picture = try PanelPicture(
                x: Axis("date", scale: scale), y: Axis(ticks: .none), width: 460,
                marks: [Line(x: [start, start.addingTimeInterval(days * 86_400)], y: [0, 1])])
            return picture.texts.map(\.string)
        }
        #expect(try texts(150) == ["Dec 2023", "Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "date"])
        #expect(try texts(1500).prefix(2) == ["2024", "2025"])
        #expect(try texts(0.05).last == "date (14 Nov 2023, UTC)")
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(try texts(0.03, scale: .time(berlin)).last == "date (14 Nov 2023, Europe/Berlin)")
        let csv = Figure { Panel { Line(x: [start], y: [1]) } }.csv()
        #expect(csv.hasSuffix("line,,2023-11-14T22:13:20Z,1\r\n"))
    }

    /// Dates between any two moments: at least two, all different, in order.
    @Test func anyTimesHaveTwoLabels() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let start = Date(timeIntervalSince1970: Double.random(in: -2e9...4e9, using: &random))
            let span = pow(10, Double.random(in: 0.5...9.5, using: &random))
            let picture = try PanelPicture(
                x: Axis(), y: Axis(ticks: .none), width: Double.random(in: 220...500, using: &random),
                marks: [Line(x: [start, start.addingTimeInterval(span)], y: [0, 1])])
            let labels = picture.texts.map(\.string).filter { !$0.hasPrefix("(") }
            #expect(labels.count > 1 && Set(labels).count == labels.count, "seed \(seed), \(span): \(labels)")
        }
    }

    @Test func axesTakeWholeNumbersCountsAndGridLines() throws {
        func texts(_ axis: Axis) throws -> [String] {
            try PanelPicture(x: axis, y: Axis(ticks: .none), marks: []).texts.map(\.string)
        }
        #expect(try texts(Axis(in: 0...3, ticks: .wholeNumbers)) == ["0", "1", "2", "3"])
        #expect(try texts(Axis(in: 0...1, ticks: .atMost(3))) == ["0.0", "0.5", "1.0"])
        let picture = try PanelPicture(
            x: Axis(in: 0...3, ticks: .wholeNumbers).gridLines(), y: Axis(ticks: .none), marks: [])
        let grid = picture.commands.count {
            if case .stroke(_, let style) = $0 { style.paint == .role(.muted, opacity: 0.3) } else { false }
        }
        #expect(grid == 4)
    }

    /// A mark of another module: it reads the scales, keeps labels away and is cut.
    private struct Cross: Mark {
        var style = MarkStyle()
        let x, y: Double

        func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
            var extent = DataExtent()
            extent.include(x: x)
            extent.include(y: y)
            return extent
        }

        func draw(on canvas: inout MarkCanvas) throws {
            let place = canvas.place(x, y)
            let stroke = StrokeStyle(paint: .role(.test), width: 1)
            canvas.strokeLine([place - XY(1000, 0), place + XY(1000, 0)], stroke)
            canvas.keepClear(Rect(x: place.x - 5, y: place.y - 5, width: 10, height: 10))
            if case .linear = canvas.xScale, canvas.xDomain.contains(x) {
                canvas.label("here", beside: place, clearance: 3, paint: .role(.test))
            }
        }

        var numbers: NumberTable { NumberTable(mark: "cross", columns: [.init("x", [x]), .init("y", [y])]) }
        func summary(x: Axis, y: Axis) -> String { "a cross" }
    }

    @Test func aMarkMayBeWrittenElsewhere() throws {
        let picture = try PanelPicture(
            x: Axis(in: 0...2, ticks: .none), y: Axis(ticks: .none), legend: .automatic, marks: [Cross(x: 1, y: 1)])
        let line = try #require(picture.strokes.first)
        #expect(line.path.points.allSatisfy { picture.excess($0) < 1e-9 })
        #expect(picture.texts.map(\.string) == ["here"])
    }
}
