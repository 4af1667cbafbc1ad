import Foundation
import Notebook
import Plots

extension Fit: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("week", results.week)
        PageFigure("rest", results.rest)
        Table(
            "constituents",
            columns: [.init("constituent"), .init("period in hours", digits: 6), .init("amplitude in cm")],
            rows: zip(results.constituents, results.amplitudes).map {
                [.text($0.name), .number($0.period), .number($1)]
            })
        Value("error", results.error)
        Value("explained", results.explained)
        Claim(
            "tides-predicted",
            "Eight periods explain more than 98 % of the variance of levels that they were not fitted to.",
            method: "One less the mean squared error of the prediction over the variance of the levels."
        ) {
            Check.number("explained", results.explained, .atLeast(0.98))
        }
        Claim(
            "tides-moon", "The moon moves the sea more than twice as far as the sun.",
            method: "The amplitude of M2, which is the moon's, over that of S2, which is the sun's."
        ) {
            Check.number("ratio", results.amplitudes[0] / results.amplitudes[1], .above(2))
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("tides-predicted") { $0.predicted.reverse() },
        Mutant("tides-moon") { $0.amplitudes.swapAt(0, 1) },
    ]
}

extension Fit.Results {
    private var differences: [Double] { zip(measured, predicted).map { $0 - $1 } }

    /// The root mean squared error of the prediction.
    fileprivate var error: Double {
        (differences.reduce(0) { $0 + $1 * $1 } / Double(max(1, differences.count))).squareRoot()
    }

    fileprivate var explained: Double {
        let mean = measured.reduce(0, +) / Double(max(1, measured.count))
        let variance = measured.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, measured.count))
        return 1 - error * error / variance
    }

    /// The hours of the prediction; the table's first row is the first hour of 2024.
    private var times: [Date] {
        measured.indices.map { Date(timeIntervalSince1970: 1_704_067_200 + 3600 * Double(start + $0)) }
    }

    fileprivate var week: Figure {
        Figure(width: 420, height: 220, title: "Predicted and measured levels") {
            Panel(x: Axis(""), y: Axis("level in cm"), legend: .top) {
                Line(x: times.prefix(168), y: predicted.prefix(168)).role(.regularized).label("predicted")
                Points(x: times.prefix(168), y: measured.prefix(168)).role(.muted).label("measured")
            }
        }
    }

    fileprivate var rest: Figure {
        Figure(width: 420, height: 160, title: "What the prediction misses") {
            Panel(x: Axis(""), y: Axis("difference in cm")) {
                Rule(y: 0).role(.muted)
                Line(x: times, y: differences).role(.ink)
            }
        }
    }
}
