import Plots
import Testing

/// Whatever the data, marks keep to their panel.
struct FarValueTests {
    private func mark(_ random: inout SplitMix) throws -> any Mark {
        func numbers(_ count: Int) -> [Double] {
            (0..<count).map { _ in random.chance(0.5) ? random.anySize() : random.tame() }
        }
        let rising = (0..<6).map(Double.init)
        switch Int.random(in: 0...13, using: &random) {
        case 0: return Line(x: numbers(6), y: numbers(6))
        case 1: return Band(x: rising, low: numbers(6), high: numbers(6))
        case 2: return Band(x: rising, replicates: [numbers(6), numbers(6)], .range).runs(true)
        case 3: return Bars(x: rising, y: numbers(6), errors: numbers(6))
        case 4: return Bars(x: numbers(4), y: numbers(4))
        case 5: return Histogram(numbers(9))
        case 6: return Outline.l1Ball(radius: random.anySize(), centre: (random.anySize(), random.tame())).filled()
        case 7: return Arrow(from: (random.anySize(), random.tame()), to: (random.tame(), random.anySize()))
        case 8: return Points(x: numbers(9), y: numbers(9))
        case 9: return Trajectory(x: numbers(6), y: numbers(6))
        case 10:
            let places = Set(numbers(4) + [1, 2, 3, 4]).sorted().prefix(4)
            let field = try ScalarField(xs: Array(places), ys: [0, 1, 2], values: numbers(12))
            return random.chance(0.5) ? FilledContours(of: field) : HeatMap(of: field)
        case 11:
            let size = abs(random.anySize())
            let field = ScalarField(x: -size...size, y: -1...1, columns: 9, rows: 9) { $0 / size + $1 }
            return FilledContours(of: field, levels: .explicit([-0.5, 0, 0.5]))
        case 12:
            let size = min(1e300, max(1e-300, abs(random.anySize())))
            return VectorField(x: -size...size, y: -1...1, columns: 4, rows: 4) { _, _ in (size, random.tame()) }
        default: return Outline.l2Ball(radius: random.anySize(), centre: (random.tame(), random.tame()))
        }
    }

    @Test func nothingLeavesThePanel() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let domain = random.chance(0.7) ? -2.0...2 : nil
            let scale: AxisScale = random.chance(0.2) ? .symmetricLog(linear: 1) : .linear
            let mark = try mark(&random)
            let picture: PanelPicture
            do {
                picture = try PanelPicture(
                    x: Axis(in: domain, ticks: .none), y: Axis(in: domain, scale: scale, ticks: .none), marks: [mark])
            } catch PlotError.badDomain, PlotError.badNumber {
                continue
            }
            for (path, _) in picture.fills {
                let excess = path.points.map(picture.excess).max() ?? 0
                // Markers and arrowheads reach as far as they are large.
                #expect(excess < 6, "seed \(seed): \(mark.numbers.mark) by \(excess)")
            }
            for (path, style) in picture.strokes {
                let excess = path.points.map(picture.excess).max() ?? 0
                #expect(excess < 3 + style.width, "seed \(seed): \(mark.numbers.mark) by \(excess)")
            }
            for case .image(_, let rect) in picture.commands {
                #expect(picture.excess(XY(rect.left, rect.top)) + picture.excess(XY(rect.right, rect.bottom)) < 1e-6)
            }
        }
    }

    /// What is seen of a line to a far value doesn't depend on the end it starts from.
    @Test func farEndsDoNotMoveWhatIsSeen() throws {
        let domain = 0.0...2
        for far in [1e3, 1e12, 1e20, 1e200, 1.7e308] {
            var paths: [[XY]] = []
            for (xs, ys) in [([0.0, 1], [0.5, far]), ([1.0, 0], [far, 0.5])] {
                let picture = try PanelPicture(
                    x: Axis(in: domain), y: Axis(in: domain), marks: [Line(x: xs, y: ys).role(.training)])
                let points = try #require(picture.strokes.first).path.points
                paths.append(points.sorted { $0.y > $1.y })
                #expect(abs(picture.value(y: paths[0][0].y, in: domain) - 0.5) < 1e-9)
                #expect(abs(picture.value(x: paths[0][1].x, in: domain) - 1.5 / (far - 0.5)) < 1e-9)
            }
            #expect(zip(paths[0], paths[1]).allSatisfy { abs($0.x - $1.x) + abs($0.y - $1.y) < 1e-9 })
        }
    }

    /// A line between two far values runs where it should, and so does what is filled between such lines.
    @Test func linesWithTwoFarEndsAreWhole() throws {
        let domain = 0.0...2
        for far in [1e3, 1e12, 1e16, 1e20, 1e200, 1.7e308] {
            for (xs, ys) in [([-far, far], [0.5, 0.5]), ([0.5, 0.5], [-far, far]), ([far, -far], [1.5, 1.5])] {
                let picture = try PanelPicture(
                    x: Axis(in: domain), y: Axis(in: domain), marks: [Line(x: xs, y: ys).role(.training)])
                let points = try #require(picture.strokes.first).path.points
                let places = points.map { (picture.value(x: $0.x, in: domain), picture.value(y: $0.y, in: domain)) }
                let isLevel = ys[0] == ys[1]
                let reach = places.map { isLevel ? $0.0 : $0.1 }.sorted()
                #expect(abs(reach[0]) + abs(reach[reach.count - 1] - 2) < 1e-9, "\(far)")
                #expect(places.allSatisfy { abs((isLevel ? $0.1 : $0.0) - (isLevel ? ys[0] : xs[0])) < 1e-9 }, "\(far)")
            }
        }
    }

    @Test func anArrowThatIsCutKeepsItsLabel() throws {
        let picture = try PanelPicture(
            x: Axis(in: 0...4, ticks: .none), y: Axis(in: 0...3, ticks: .none),
            marks: [Arrow(from: (1, 1), to: (1e9, 2e9)).label("far")])
        let label = try #require(picture.texts.first { $0.string == "far" })
        #expect(picture.excess(label.origin) == 0)
    }
}
