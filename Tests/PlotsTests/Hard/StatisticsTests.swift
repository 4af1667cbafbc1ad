import Plots
import Testing

/// Statistics say no more than the data do.
struct StatisticsTests {
    @Test func aBandEndsWhereOneRunIsLeft() throws {
        let band = Band(
            x: [0, 1, 2, 3], replicates: [[1, 2, 3, 4], [3, 4, .nan, .nan], [2, 5, .nan, .nan]], .standardDeviation)
        let columns = Dictionary(uniqueKeysWithValues: band.numbers.columns.map { ($0.name, $0.values) })
        #expect(columns["low"]?.map(\.isNaN) == [false, false, true, true])
        #expect(columns["y"] == [2, 11.0 / 3, 3, 4])
        let picture = try PanelPicture(legend: .automatic, marks: [band.role(.test)])
        #expect(picture.texts.contains { $0.string.contains("s.d.") })
        #expect(band.summary(x: Axis(), y: Axis()).contains("n = 1–3"))
    }

    @Test func binsOfWholeNumbersHoldEquallyMany() {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let sides = Int.random(in: 2...300, using: &random)
            let histogram = Histogram((0..<2000).map { _ in Double(Int.random(in: 1...sides, using: &random)) })
            let columns = histogram.numbers.columns
            for (low, high) in zip(columns[0].values, columns[1].values) {
                #expect(low + 0.5 == (low + 0.5).rounded() && high - low == columns[1].values[0] - columns[0].values[0])
            }
            #expect(columns[2].values.reduce(0, +) == 2000)
        }
    }

    /// Points that lie together are as dark as all of them.
    @Test func cloudsKeepTheirOpacity() throws {
        let count = 3000
        let points = Points(x: [Double](repeating: 0.5, count: count), y: [Double](repeating: 0.5, count: count))
        let picture = try PanelPicture(
            x: Axis(in: 0...1), y: Axis(in: 0...1), marks: [points.role(.training).opacity(0.001)])
        let paints = picture.fills.map(\.paint).filter { $0.source == .role(.training) }
        #expect(paints.count == 1)
        #expect(abs((paints.first?.opacity ?? 0) - 0.9503) < 1e-3)
    }

    @Test func setsOfBarsStandSideBySide() throws {
        let picture = try PanelPicture(marks: [
            Bars(["a", "b"], y: [1, 2]).role(.series(0)), Bars(["a", "b"], y: [2, 1]).role(.series(1)),
        ])
        let spans = picture.fills.map { fill -> ClosedRange<Double> in
            let xs = fill.path.points.map(\.x)
            return (xs.min() ?? 0)...(xs.max() ?? 0)
        }
        #expect(spans.count == 4)
        for (index, span) in spans.enumerated() {
            for other in spans[..<index] { #expect(!span.overlaps(other)) }
        }
    }

    /// Sets of bars are as wide where one has gaps, side by side and on each other.
    @Test(arguments: [true, false]) func setsWithGapsAreAsWide(isStacked: Bool) throws {
        func set(_ bars: Bars, _ index: Int) -> Bars { (isStacked ? bars.stacked() : bars).role(.series(index)) }
        let picture = try PanelPicture(marks: [
            set(Bars(x: [0, 1, 2, 3], y: [1, 2, 3, 4]), 0), set(Bars(x: [0, 2], y: [2, 3]), 1),
        ])
        let reaches = picture.fills.map { fill -> ClosedRange<Double> in
            let xs = fill.path.points.map(\.x)
            return (xs.min() ?? 0)...(xs.max() ?? 0)
        }
        let widths = reaches.map { $0.upperBound - $0.lowerBound }
        #expect(widths.count == 6 && (widths.max() ?? 0) - (widths.min() ?? 0) < 1e-6)
        guard !isStacked else { return }
        for (index, reach) in reaches.enumerated() {
            for other in reaches[..<index] { #expect(!reach.overlaps(other)) }
        }
    }

    /// A far number leaves the density of the others as it is.
    @Test func densitiesKeepTheirShapeBesideAFarNumber() {
        let values = (0..<40).map { Double($0) / 10 }
        func peak(_ values: [Double]) -> (place: Double, height: Double) {
            let columns = Line.density(of: values).numbers.columns
            let highest = columns[1].values.indices.max { columns[1].values[$0] < columns[1].values[$1] } ?? 0
            return (columns[0].values[highest], columns[1].values[highest])
        }
        let wanted = peak(values)
        for far in [1e3, 1e6, 1e12] {
            let found = peak(values + [far])
            #expect(abs(found.place - wanted.place) < 0.4 && abs(found.height / wanted.height - 1) < 0.1, "\(far)")
            let columns = Line.density(of: values + [far]).numbers.columns
            let pairs = zip(columns[0].values, columns[1].values)
            let area = zip(pairs, pairs.dropFirst()).filter { $0.1.0 < 100 }.reduce(0.0) {
                $0 + ($1.1.0 - $1.0.0) * ($1.0.1 + $1.1.1) / 2
            }
            #expect(abs(area - 40.0 / 41) < 0.01, "\(far): \(area)")
        }
    }
}
