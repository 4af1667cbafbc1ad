import Foundation
import Plots
import Testing

/// Data from the columns of a table.
struct RowTests {
    private struct Run {
        let optimizer: String
        let epoch: Int
        let loss: Float
        let date: Date
    }

    private let runs = (0..<12).map { index in
        Run(
            optimizer: ["sgd", "adam", "lars"][index % 3], epoch: index / 3, loss: Float(index) / 2,
            date: Date(timeIntervalSince1970: 1_700_000_000 + 86_400 * Double(index)))
    }

    private func columns(_ mark: any Mark) -> [[Double]] { mark.numbers.columns.map(\.values) }

    @Test func marksTakeColumns() {
        let epochs = runs.map { Double($0.epoch) }
        let losses = runs.map { Double($0.loss) }
        let marks: [any Mark] = [
            Line(runs, x: \.epoch, y: \.loss), Points(runs, x: \.epoch, y: \.loss), Area(runs, x: \.epoch, y: \.loss),
            Stem(runs, x: \.epoch, y: \.loss), Band(runs, x: \.epoch, low: \.loss, high: \.loss),
            ErrorBars(runs, x: \.epoch, y: \.loss, errors: \.epoch),
        ]
        for mark in marks { #expect(columns(mark)[0] == epochs && columns(mark)[1] == losses, "\(mark.numbers.mark)") }
        #expect(Bars(runs, x: \.optimizer, y: \.loss).numbers.columns[0].names == runs.map(\.optimizer))
        #expect(columns(Distribution(runs, x: \.optimizer, y: \.loss))[1].count == 12)
        #expect(columns(Histogram(runs, x: \.loss, bins: 3))[2].reduce(0, +) == 12)
        #expect(columns(Regression(runs, x: \.epoch, y: \.loss))[0].count == 61)
    }

    @Test func aColumnOfNamesGivesColoursAndALegend() throws {
        let lines = runs.marks(by: \.optimizer) { Line($0, x: \.epoch, y: \.loss) }
        #expect(lines.map(\.style.label) == ["sgd", "adam", "lars"])
        #expect(lines.map(\.style.role) == [.series(0), .series(1), .series(2)])
        #expect(columns(lines[1])[1] == [0.5, 2, 3.5, 5])
        let picture = try PanelPicture(legend: .top, marks: lines)
        #expect(["sgd", "adam", "lars"].allSatisfy(picture.texts.map(\.string).contains))
    }

    @Test func facetsShareTheirAxes() throws {
        let figure = Figure(width: 420, height: 160) {
            Facets(of: runs, by: \.optimizer) { name, runs in
                Panel(name, x: Axis("epoch"), y: Axis("loss"), frame: .box) { Line(runs, x: \.epoch, y: \.loss) }
            }
        }
        let strings = try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap {
            if case .text(let run) = $0 { run.string } else { nil }
        }
        #expect(["sgd", "adam", "lars"].allSatisfy { name in strings.count { $0 == name } == 1 })
        #expect(strings.count { $0 == "loss" } == 1 && strings.count { $0 == "epoch" } == 3)
        #expect(figure.altText.hasPrefix("3 panels. "))
    }

    @Test func numbersColourPoints() throws {
        let points = Points(x: [0, 1, 2], y: [0, 1, 2]).coloured(by: [1, 5, .nan], ColourScale(.meadow))
        let picture = try PanelPicture(marks: [points.marker(.dot)])
        let colours = picture.fills.map(\.paint)
        #expect(colours == [.fixed(ColourMap.meadow.colour(at: 0)), .fixed(ColourMap.meadow.colour(at: 1))])
        let csv = Figure {
            Row {
                Panel { points }
                ColourBar(for: points, label: "value")
            }
        }.csv()
        #expect(csv.contains("colour bar") && csv.contains("1,,1,points,,2,2,NaN"))
        #expect(throws: PlotError.countMismatch(mark: "points", what: "colours", expected: 2, found: 1)) {
            try PanelPicture(marks: [Points(x: [0, 1], y: [0, 1]).coloured(by: [1.0])])
        }
    }

    @Test func datesStandOnEitherAxis() throws {
        let picture = try PanelPicture(
            x: Axis(ticks: .none), y: Axis("date"), marks: [Line(x: [0, 1], y: [runs[0].date, runs[11].date])])
        #expect(picture.texts.contains { $0.string.hasSuffix(" Nov") })
        #expect(picture.texts.contains { $0.string == "date (2023, UTC)" })
        let marks: [any Mark] = [
            Line(runs, x: \.date, y: \.loss), Points(runs, x: \.date, y: \.loss), Area(runs, x: \.date, y: \.loss),
            Stem(runs, x: \.date, y: \.loss), Band(runs, x: \.date, low: \.loss, high: \.loss),
            ErrorBars(runs, x: \.date, y: \.loss, errors: \.epoch),
        ]
        for mark in marks { #expect(mark.extent(x: .linear, y: .linear).xIsTime, "\(mark.numbers.mark)") }
    }

    /// Expressions that a compiler must settle in moments: literals of either kind, ranges and closures.
    @Test func literalsOfAnyKindCompile() {
        let lines = [
            Line(x: [0, 1, 2, 3], y: [1, 2, 1.5, 3]), Line(x: [0, 1, 2], y: [1, .nan, 3]),
            Line(x: [0, 1, 2], y: [1, .infinity, 3]),
        ]
        let counted = Line(x: 1...4, y: [1, 2, 3, 4])
        let computed = Line(x: (0..<50).map { Double($0) / 10 }, y: (0..<50).map { 0.5 * Double($0) - 2 })
        let strided = Line(x: stride(from: 0, to: 1, by: 0.25), y: [1, 2, 3, 4].map { $0 * 2 + 1 })
        let points = Points(x: [1, 2, 3].map { $0 * $0 + 1 }, y: [1, 2, 3].map { Double($0) / 2 - 0.75 })
        let band = Band(x: [0, 1, 2], low: [0, 1, 2].map { $0 - 0.5 }, high: [0, 1, 2].map { $0 + 0.5 * 2 })
        let area = Area(x: [0, 1, 2], y: [1, 2, 3].map { 2 * $0 - 1 })
        var marks: [any Mark] = lines
        marks += [counted, computed, strided] as [any Mark]
        marks += [points, band, area] as [any Mark]
        #expect(marks.allSatisfy { ($0.numbers.columns.first?.values.count ?? 0) > 2 })
    }
}
