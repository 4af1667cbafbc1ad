import Plots
import Testing

/// Gaps, however long the line.
struct MissingValueTests {
    /// The highest and the lowest of each stretch between gaps stand in the picture.
    @Test func extremesOfLongLinesAreDrawn() throws {
        let domain = 0.0...10
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let count = Int.random(in: 2001...20_000, using: &random)
            var ys = (0..<count).map { _ in 4 + random.uniform() }
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let start = Int.random(in: 0..<count, using: &random)
                let missing = [Double.nan, .infinity].randomElement(using: &random) ?? .nan
                for index in start..<min(count, start + Int.random(in: 1...900, using: &random)) { ys[index] = missing }
                let after = Int.random(in: 0..<count, using: &random)
                ys[after] = random.chance(0.5) ? 9 : 1
            }
            let xs = (0..<count).map(Double.init)
            let picture = try PanelPicture(
                x: Axis(in: 0...Double(count)), y: Axis(in: domain), marks: [Line(x: xs, y: ys).role(.training)])
            let drawn =
                picture.strokes.flatMap { $0.path.points.map(\.y) }
                + picture.fills.filter { $0.paint == .role(.training) }.map { $0.path.points[0].y }
            let values = drawn.map { picture.value(y: $0, in: domain) }
            let finite = ys.filter(\.isFinite)
            #expect(abs((values.max() ?? 0) - (finite.max() ?? 0)) < 1e-6, "seed \(seed)")
            #expect(abs((values.min() ?? 0) - (finite.min() ?? 0)) < 1e-6, "seed \(seed)")
        }
    }

    /// No line is drawn over a gap, and every value has ink: a line through it, or a dot where it is alone.
    @Test func everyValueHasInkAndEveryGapHasNone() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let count = Int.random(in: 1...30, using: &random)
            let ys = (0..<count).map { _ in random.chance(0.4) ? .nan : random.tame() }
            let picture = try PanelPicture(
                x: Axis(in: -1...31), y: Axis(in: -4...4),
                marks: [Line(x: (0..<count).map(Double.init), y: ys).role(.training)])
            var inked: Set<Int> = []
            for (path, _) in picture.strokes {
                var last: Int?
                for element in path.elements {
                    switch element {
                    case .move(let point):
                        last = Int(picture.value(x: point.x, in: -1...31).rounded())
                    case .line(let point):
                        let here = Int(picture.value(x: point.x, in: -1...31).rounded())
                        #expect(last == here - 1, "seed \(seed): a line over a gap")
                        last = here
                    default: continue
                    }
                    if let last { inked.insert(last) }
                }
            }
            for (path, paint) in picture.fills where paint == .role(.training) {
                let points = path.points
                let centre = (points.map(\.x).min() ?? 0) / 2 + (points.map(\.x).max() ?? 0) / 2
                inked.insert(Int(picture.value(x: centre, in: -1...31).rounded()))
            }
            #expect(inked == Set(ys.indices.filter { ys[$0].isFinite }), "seed \(seed)")
        }
    }

    /// Bars, bands, areas and stems that reach to infinity reach to the border, and only there.
    @Test(arguments: [AxisScale.linear, .log, .symmetricLog(linear: 1)])
    func infiniteReachesEndAtTheBorder(_ scale: AxisScale) throws {
        let places: [Double] = [0, 1, 2, 3]
        let values: [Double] = [2, .infinity, -.infinity, 3]
        let highs: [Double] = [3, .infinity, 4, 5]
        let lows: [Double] = [1, 2, -.infinity, 2]
        let marks: [(any Mark, reachesDown: Bool)] = [
            (Bars(x: places, y: values).role(.test), scale != .log),
            (Stem(x: places, y: values).role(.test), scale != .log),
            (Area(x: places, y: values).role(.test), scale != .log),
            (Band(x: places, low: lows, high: highs).role(.test), true),
        ]
        for (mark, reachesDown) in marks {
            for domain in [nil, scale == .log ? 0.5...20 : -10...20] as [ClosedRange<Double>?] {
                var y = Axis(scale: scale)
                y.domain = domain
                let picture = try PanelPicture(x: Axis(in: -1...4), y: y, marks: [mark])
                let points = (picture.fills.map(\.path) + picture.strokes.map(\.path)).flatMap(\.points)
                func reach(_ place: Double) -> ClosedRange<Double> {
                    let near = points.filter { abs(picture.value(x: $0.x, in: -1...4) - place) < 0.45 }.map(\.y)
                    return (near.min() ?? .infinity)...(near.max() ?? .infinity)
                }
                #expect(points.allSatisfy { picture.excess($0) < 1e-6 })
                #expect(abs(reach(1).lowerBound - picture.plot.top) < 1e-6, "\(mark)")
                if reachesDown { #expect(abs(reach(2).upperBound - picture.plot.bottom) < 1e-6, "\(mark)") }
                #expect(reach(3).lowerBound > picture.plot.top + 1, "\(mark)")
            }
        }
    }

    /// An infinite value is seen also where all finite ones lie on the other side.
    @Test func infiniteValuesHaveRoomOnTheirSide() throws {
        for sign in [1.0, -1] {
            let values = [2, .infinity, 1].map { sign * $0 } + [-sign * .infinity]
            let places: [Double] = [0, 1, 2, 3]
            let marks: [any Mark] = [
                Bars(x: places, y: values).role(.test), Stem(x: places, y: values).role(.test),
                Area(x: places, y: values).role(.test),
            ]
            for mark in marks {
                let picture = try PanelPicture(x: Axis(in: -1...4), marks: [mark])
                let points = (picture.fills.map(\.path) + picture.strokes.map(\.path)).flatMap(\.points)
                let near = points.filter { abs(picture.value(x: $0.x, in: -1...4) - 3) < 0.45 }.map(\.y)
                #expect((near.max() ?? 0) - (near.min() ?? 0) > 5, "\(mark)")
            }
        }
    }

    @Test func aBandWithoutAFiniteEndIsAGap() throws {
        let band = Band(x: [0, 1, 2], low: [1, .infinity, 1], high: [2, .infinity, 3]).role(.test)
        let picture = try PanelPicture(x: Axis(in: -1...3), y: Axis(in: 0...4), marks: [band])
        #expect(picture.fills.count == 2)
        #expect(picture.fills.flatMap { $0.path.points }.allSatisfy { $0.y > picture.plot.top + 1 })
    }
}
