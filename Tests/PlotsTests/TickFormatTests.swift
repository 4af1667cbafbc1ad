import Foundation
import Plots
import Testing

struct TickFormatTests {
    private func texts(_ axis: Axis) throws -> String {
        let picture = try Figure(width: 300, height: 120) { Panel(x: axis, y: Axis(ticks: .none), frame: .box) {} }
            .drawing(measuring: FixedWidthMeasure())
        return picture.commands.compactMap { if case .text(let run) = $0 { run.string } else { nil } }
            .joined(separator: " ")
    }

    @Test func numbersAreWrittenAsAsked() throws {
        let shares = try texts(Axis(in: 0...1).format(.percent()))
        #expect(shares == ["0", "20", "40", "60", "80", "100"].map { $0 + "\u{2009}%" }.joined(separator: " "))
        #expect(try texts(Axis(in: 0...2).format(.fixed(2))) == "0.00 0.50 1.00 1.50 2.00")
        #expect(try texts(Axis(in: 0...2e6).format(.metric)) == "0 500\u{2009}k 1\u{2009}M 1.5\u{2009}M 2\u{2009}M")
        #expect(try texts(Axis(in: 0...30).format(.automatic.between("$"))) == "$0 $5 $10 $15 $20 $25 $30")
        #expect(try texts(Axis(in: 0...20).format(.automatic.between("", " °C"))) == "0 °C 5 °C 10 °C 15 °C 20 °C")
        #expect(try texts(Axis(in: 1...1000, scale: .log).format(.fixed(0))) == "1 10 100 1000")
        #expect(try texts(Axis(in: 0...2e-5).format(.scientific(0))).hasPrefix("0 "))
    }

    /// A format that makes neighbours look alike gets fewer ticks.
    @Test func labelsStillDiffer() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let low = random.tame()
            let formats = [TickFormat.fixed(0), .fixed(1), .percent(), .percent(decimals: 1), .metric]
            let format = formats.randomElement(using: &random) ?? .metric
            let axis = Axis(in: low...(low + abs(random.tame()) + 3)).format(format)
            let labels = try texts(axis).split(separator: " ")
            #expect(labels.count > 1 && Set(labels).count == labels.count, "seed \(seed): \(labels)")
        }
    }

    @Test func datesHaveAPattern() throws {
        let days = (0..<3).map { Date(timeIntervalSince1970: 1_700_000_000 + 86_400 * 40 * Double($0)) }
        let figure = Figure(width: 300, height: 120) {
            Panel(x: Axis("when").format(.date("yyyy-MM")), y: Axis(ticks: .none), frame: .box) {
                Line(x: days, y: [1, 2, 3])
            }
        }
        let strings = try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap {
            if case .text(let run) = $0 { run.string } else { nil }
        }
        #expect(strings == ["2023-12", "2024-01", "2024-02", "when"])
    }
}
