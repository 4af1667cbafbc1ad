import Foundation
import Notebook
import Plots

extension Windows: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (first, last) = (results.lengths[0], results.lengths[results.lengths.count - 1])
        PageFigure(
            "predictions", over: "days looked at",
            frames: results.lengths.map { length in
                .init(label: "\(length.days)", figure: Self.picture(of: length, results.measured))
            }, initial: min(1, results.lengths.count - 1))
        PageFigure("lengths", results.figure)
        Value("first-days", first.days)
        Value("first-error", Estimate(of: first.plain))
        Value("first-decayed", Estimate(of: first.decayed))
        Value("last-days", last.days)
        Value("last-error", Estimate(of: last.plain))
        Claim(
            "tides-length", "Who looks longer predicts better, up to a month.",
            method: "The mean errors of all lengths up to 30 days, in order."
        ) {
            let means = results.lengths.filter { $0.days <= 30 }.map { Estimate(of: $0.plain).mean }
            Check.all("falls", zip(means, means.dropFirst()).count { $1 < $0 }, of: means.count - 1)
        }
        Claim(
            "tides-enough", "After a month hardly anything is gained.",
            method: "The mean error of the longest stretches over that of the longest of up to 30 days."
        ) {
            let month = results.lengths.last { $0.days <= 30 } ?? last
            Check.number("ratio", Estimate(of: last.plain).mean / Estimate(of: month.plain).mean, .within(0.95...1.05))
        }
        Claim(
            "tides-decay", "In the shortest stretches weight decay lowers the error.",
            method: "The error of least squares less that with weight decay, for the same stretches."
        ) {
            Check.positive("difference in cm", differences: zip(first.plain, first.decayed).map { $0 - $1 })
        }
    }

    private static func picture(of length: Results.Length, _ measured: [Double]) -> Figure {
        let hours = measured.indices.map(Double.init)
        return Figure(width: 420, height: 210, title: "Predicted from \(length.days) days") {
            Panel(x: Axis("hours"), y: Axis("level in cm", in: -200...1000), legend: .top) {
                Line(x: hours, y: length.predicted).role(.regularized).label("predicted")
                Points(x: hours, y: measured).role(.muted).label("measured")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("tides-length") { $0.lengths.reverse() },
        Mutant("tides-enough") { $0.lengths[$0.lengths.count - 1].plain = $0.lengths[0].plain },
        Mutant("tides-decay") { $0.lengths.updateEach { swap(&$0.plain, &$0.decayed) } },
    ]
}

extension Windows.Results {
    fileprivate var figure: Figure {
        let days = lengths.map { Double($0.days) }
        return Figure(width: 420, height: 220, title: "The error by the days looked at") {
            Panel(
                x: Axis("days looked at", scale: .log), y: Axis("error in cm", scale: .log), legend: .top
            ) {
                Line(x: days, y: lengths.map { Estimate(of: $0.plain).mean }).role(.series(1)).label("least squares")
                Line(x: days, y: lengths.map { Estimate(of: $0.decayed).mean }).role(.regularized)
                    .label("with weight decay")
            }
        }
    }
}
