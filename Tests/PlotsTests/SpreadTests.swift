import Foundation
import Plots
import Testing

struct SpreadTests {
    private func ends(_ values: [Double], _ spread: Spread) -> [Double] {
        let columns = Band(x: [0.0], replicates: values.map { [$0] }, spread).numbers.columns
        return columns[1...3].map { $0.values[0] }
    }

    private func isNear(_ found: [Double], _ expected: [Double]) -> Bool {
        zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    /// Low, high and middle of 1, 2, 3, 4, 10: mean 4, standard deviation √12.5, quartiles 2 and 4.
    @Test func estimatesAreThoseOfTheBooks() {
        let values = [3, 10, 1, 4, 2.0]
        let (deviation, error) = (12.5.squareRoot(), 2.5.squareRoot())
        #expect(isNear(ends(values, .standardDeviation), [4 - deviation, 4 + deviation, 4]))
        #expect(isNear(ends(values, .standardError), [4 - error, 4 + error, 4]))
        #expect(isNear(ends(values, .quantiles(0.25, 0.75)), [2, 4, 3]))
        #expect(isNear(ends(values, .range), [1, 10, 4]))
        #expect(isNear(ends(values + [.nan], .range), [1, 10, 4]))
    }

    @Test func bootstrapIntervalsCoverAboutAsOftenAsTheySay() {
        var random = SplitMix(seed: 1)
        var covered = 0
        for _ in 0..<300 {
            let values = (0..<30).map { _ in Double.random(in: 0...1, using: &random) }
            let found = ends(values, .bootstrap(0.9))
            if found[0] <= 0.5 && 0.5 <= found[1] { covered += 1 }
        }
        // 270 expected, with a standard deviation of 5; intervals of few values are a little short.
        #expect((245...290).contains(covered))
        #expect(ends([1, 2, 5, 9], .bootstrap(0.9)) == ends([1, 2, 5, 9], .bootstrap(0.9)))
    }

    @Test(arguments: [
        (Spread.standardError, "mean ± s.e., n = 3"), (.standardDeviation, "mean ± s.d., n = 3"),
        (.quantiles(0.1, 0.9), "median, 10–90 %, n = 3"), (.range, "mean, range, n = 3"),
        (.bootstrap(0.95), "mean, 95 % bootstrap interval, n = 3"),
    ])
    func theBandSaysWhatItIs(spread: Spread, text: String) throws {
        let figure = Figure(width: 300, height: 150) {
            Panel { Band(x: [0, 1.0], replicates: [[1, 2], [2, 3], [2, 4]], spread).runs(true).label("loss") }
        }
        #expect(figure.altText.contains(text))
        let written = try figure.drawing(measuring: FixedWidthMeasure()).commands.map { command in
            if case .text(let run) = command { run.string } else { "" }
        }.joined()
        #expect(written.filter { $0 != " " }.contains(text.filter { $0 != " " }), "\(written)")
    }

    /// Bands of one kind have one note, with the fewest and the most replicates of all.
    @Test func bandsOfOneKindHaveOneNote() throws {
        let figure = Figure(width: 300, height: 150) {
            Panel {
                Band(x: [0, 1.0], replicates: [[1, 2], [2, 3], [2, 4]], .range)
                Band(x: [0, 1.0], replicates: [[3, 2], [4, 3]], .range)
            }
        }
        let written = try figure.drawing(measuring: FixedWidthMeasure()).commands.map { command in
            if case .text(let run) = command { run.string } else { "" }
        }.joined()
        #expect(written.contains("2–3") && written.components(separatedBy: "range").count == 2, "\(written)")
    }

    @Test func sharesOutsideOfZeroToOneAreErrors() {
        let figure = Figure { Panel { Band(x: [0.0], replicates: [[1]], .bootstrap(95)) } }
        #expect(throws: PlotError.badNumber(what: "a quantile or confidence", value: 95)) { try figure.drawing() }
    }
}
