import Plots
import Testing

/// Every finite thing that is drawn lies in a domain taken from the data; what an axis has no place for is cut at its border.
struct AutomaticDomainTests {
    private let scales: [AxisScale] = [.linear, .log, .symmetricLog(linear: 0.5)]

    private func numbers(_ random: inout SplitMix, _ count: Int, positive: Bool) -> [Double] {
        (0..<count).map { _ in
            let number = random.tame() * (random.chance(0.2) ? 1000 : 1)
            return positive ? abs(number) + 1e-3 : number
        }
    }

    /// Points strictly inside the plot area: nothing is cut.
    private func isInside(_ picture: PanelPicture, _ path: Path) -> Bool {
        path.points.allSatisfy { picture.excess($0) < 1e-9 }
    }

    @Test func barsAndErrorBarsAreWhole() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let scale = scales[seed % 3]
            let count = Int.random(in: 1...6, using: &random)
            let heights = numbers(&random, count, positive: scale == .log)
            let errors = numbers(&random, count, positive: true).map { random.chance(0.2) ? .nan : $0 }
            let picture = try PanelPicture(
                y: Axis(scale: scale, ticks: .none),
                marks: [Bars((0..<count).map { "n\($0)" }, y: heights, errors: errors).role(.series(0))])
            let bars = picture.fills.filter { $0.paint.source == .role(.series(0)) }
            #expect(bars.count == count && bars.allSatisfy { isInside(picture, $0.path) }, "seed \(seed)")
            for bar in bars { #expect(Rect(bar.path).height > 0.5 || scale != .log, "seed \(seed)") }
            let strokes = picture.strokes.filter { $0.style.width == 0.8 }
            #expect(strokes.count == errors.count { $0.isFinite }, "seed \(seed)")
            let ends = zip(heights, errors).filter(\.1.isFinite).map { (low: $0 - $1, high: $0 + $1) }
            for (stroke, end) in zip(strokes, ends) {
                // A cap is two more points than the line; one that lies below zero on a logarithmic axis is cut.
                let isCut = scale == .log && end.low <= 0
                #expect(stroke.path.points.count == (isCut ? 4 : 6), "seed \(seed)")
                if isCut {
                    let lowest = stroke.path.points.map(\.y).max() ?? 0
                    #expect(abs(lowest - picture.plot.bottom) < 1e-6, "seed \(seed)")
                }
            }
        }
    }

    @Test func bandsKeepTheirMiddleAndRuns() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let scale = scales[seed % 3]
            let runs = (0..<3).map { _ in numbers(&random, 8, positive: scale == .log) }
            let spread: Spread = [.standardError, .standardDeviation, .range].randomElement(using: &random) ?? .range
            let picture = try PanelPicture(
                y: Axis(scale: scale, ticks: .none),
                marks: [Band(x: (0..<8).map(Double.init), replicates: runs, spread).runs(true).role(.test)])
            let lines = picture.strokes.filter { $0.style.paint.source == .role(.test) }
            #expect(lines.count == 4, "seed \(seed)")
            for line in lines { #expect(line.path.elements.count == 8 && isInside(picture, line.path), "seed \(seed)") }
            #expect(picture.fills.contains { $0.paint.source == .role(.test) }, "seed \(seed)")
        }
    }

    @Test func everyArrowOfAFieldIsThere() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let (columns, rows) = (Int.random(in: 2...6, using: &random), Int.random(in: 2...6, using: &random))
            let turn = random.tame()
            let picture = try PanelPicture(
                x: Axis(ticks: .none), y: Axis(ticks: .none),
                marks: [
                    VectorField(x: -1...2, y: 0...1, columns: columns, rows: rows) { (turn + $1, 1 - $0 * turn) }
                        .role(.series(1))
                ])
            let longEnough = picture.strokes.count { $0.style.paint == .role(.series(1)) }
            let heads = picture.fills.count { $0.paint == .role(.series(1)) }
            #expect(heads == longEnough, "seed \(seed)")
            let vectors = (0..<rows).flatMap { row in
                (0..<columns).map { column -> Double in
                    let x = -1 + 3 * Double(column) / Double(columns - 1)
                    let y = Double(row) / Double(rows - 1)
                    let (u, v) = ((turn + y) * Double(columns - 1) / 3, (1 - x * turn) * Double(rows - 1))
                    return (u * u + v * v).squareRoot()
                }
            }
            let longest = vectors.max() ?? 0
            // A fiftieth of the longest is seen as an arrow in any case.
            #expect(heads >= vectors.count { $0 > longest / 20 }, "seed \(seed)")
        }
    }

    @Test func pointsAndLinesAreWhole() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let scale = scales[seed % 3]
            let xs = numbers(&random, 9, positive: scale == .log)
            let ys = numbers(&random, 9, positive: scale == .log)
            let picture = try PanelPicture(
                x: Axis(scale: scale, ticks: .none), y: Axis(scale: scale, ticks: .none),
                marks: [
                    Line(x: xs, y: ys).role(.test), Points(x: xs, y: ys).role(.training).marker(.dot),
                    Histogram(xs, bins: 4).role(.truth),
                ])
            #expect(picture.fills.count { $0.paint == .role(.training) } == 9, "seed \(seed)")
            let lines = picture.strokes.filter { $0.style.paint == .role(.test) }
            #expect(lines.count == 1 && lines[0].path.elements.count == 9, "seed \(seed)")
            #expect(lines.allSatisfy { isInside(picture, $0.path) }, "seed \(seed)")
        }
    }
}

extension Rect {
    /// The rectangle around a path.
    init(_ path: Path) {
        let (xs, ys) = (path.points.map(\.x).sorted(), path.points.map(\.y).sorted())
        self.init(x: xs[0], y: ys[0], width: xs[xs.count - 1] - xs[0], height: ys[ys.count - 1] - ys[0])
    }
}
