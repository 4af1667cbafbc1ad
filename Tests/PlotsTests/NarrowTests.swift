import FigureSnapshots
import Foundation
import Plots
import Testing

/// The same figure for a phone.
struct NarrowTests {
    private func words(_ figure: Figure) throws -> [String] {
        try figure.drawing().commands.compactMap { if case .text(let run) = $0 { run.string } else { nil } }
    }

    private func panel(_ title: String) -> Panel {
        Panel(title, x: Axis("epoch"), y: Axis("loss")) { Line(x: [0, 1, 2], y: [3, 1, 2]) }
    }

    @Test func panelsStandOneBelowTheOther() throws {
        let wide = Figure(width: 420, height: 150) {
            Row {
                for title in ["one", "two"] { panel(title) }
            }.sharingY()
        }
        let narrow = wide.narrowed(to: 300)
        #expect(narrow.width == 300)
        #expect(narrow.height == 314)
        #expect(narrow.altText == wide.altText)
        // Only the first panel of the row has an axis of its own; stacked, both have.
        #expect(try words(wide).count { $0 == "loss" } == 1)
        #expect(try words(narrow).count { $0 == "loss" } == 2)
        #expect(try words(narrow).count { $0 == "two" } == 1)
    }

    @Test func gridsKeepTheSizeOfTheirCells() throws {
        let wide = Figure(width: 480, height: 200) {
            Grid(columns: 4) {
                for title in ["a", "b", "c", "d", "e", "f", "g", "h"] { panel(title) }
            }.sharingAxes()
        }.lettered()
        let narrow = wide.narrowed(to: 300)
        // Two in a row, four rows of them.
        #expect(narrow.height == 4 * 100 + 3 * 12)
        #expect(try words(narrow).count { $0 == "loss" } == 4)
        #expect(try words(narrow).count { $0 == "epoch" } == 2)
        #expect(try words(narrow).contains("(h)") || words(narrow).contains("(h) h"))
    }

    @Test func aNarrowFigureStaysAsItIs() throws {
        let figure = Figure(width: 280, height: 150) { panel("one") }
        #expect(try figure.narrowed(to: 300).drawing() == figure.drawing())
    }

    @Test func anythingIsNarrowedOrHasNoRoom() throws {
        var drawn = 0
        for seed in 0..<2_000 as Range<UInt64> {
            var random = RandomFigure(seed: seed)
            let figure = try random.figure()
            do { _ = try figure.drawing() } catch is PlotError { continue }
            do {
                let narrow = try figure.narrowed(to: 100).drawing()
                #expect(narrow.width <= 100 || figure.width <= 100)
                drawn += 1
            } catch PlotError.noRoom {
            }
        }
        #expect(drawn > 200)
    }
}
