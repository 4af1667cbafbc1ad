import Foundation
import Plots

extension HardFigure {
    /// Numbers that are hard to tell apart on axes.
    static let axes: [HardFigure] = [
        HardFigure("axis-symmetric") {
            Figure(width: 480, height: 200) {
                Row {
                    Panel("±0.5, linear 1", y: Axis(scale: .symmetricLog(linear: 1))) {
                        Line(x: [0, 1], y: [-0.5, 0.5])
                    }
                    Panel("0 … 1, linear 2", y: Axis(scale: .symmetricLog(linear: 2))) { Line(x: [0, 1], y: [0, 1]) }
                    Panel("2 … 8, linear 1", y: Axis(scale: .symmetricLog(linear: 1))) { Line(x: [0, 1], y: [2, 8]) }
                    Panel("±1e6, linear 1e-3", y: Axis(scale: .symmetricLog(linear: 1e-3))) {
                        Line(x: [0, 0.5, 1], y: [-1e6, 0, 1e6])
                    }
                    Panel("20 … 80, linear 1", y: Axis(scale: .symmetricLog(linear: 1))) {
                        Line(x: [0, 1], y: [20, 80])
                    }
                }
            }
        },
        HardFigure("axis-seconds") {
            Figure(width: 480, height: 280) {
                Column {
                    Row {
                        Panel("1.7e9 + 0…5 s", x: Axis("t"), y: Axis("y")) {
                            Line(x: (0...5).map { 1.7e9 + Double($0) }, y: (0...5).map { Double($0) })
                        }
                        Panel("1e9 ± 1", x: Axis("t"), y: Axis("y")) { Line(x: [1e9 - 1, 1e9 + 1], y: [0.0, 1]) }
                    }
                    Row {
                        Panel("1.7e9 … 1.8e9", x: Axis("t"), y: Axis("y")) { Line(x: [1.7e9, 1.8e9], y: [0.0, 1]) }
                        Panel("1.7e9, a day", x: Axis("t"), y: Axis("y")) {
                            Line(x: [1.7e9, 1.7e9 + 86400], y: [0.0, 1])
                        }
                    }
                }
            }
        },
        HardFigure("axis-offsets") {
            Figure(width: 480, height: 180) {
                Row {
                    Panel("1e6 + 0…1", y: Axis("y")) { Line(x: [0, 1], y: [1e6, 1e6 + 1]) }
                    Panel("1e8 + 0…1e-1", y: Axis("y")) { Line(x: [0, 1], y: [1e8, 1e8 + 0.1]) }
                    Panel("1 + 1e-9", y: Axis("y")) { Line(x: [0, 1], y: [1, 1 + 1e-9]) }
                    Panel("1e-5 + 1e-9", y: Axis("y")) { Line(x: [0, 1], y: [1e-5, 1e-5 + 1e-9]) }
                    Panel("101325 ± 0.5", y: Axis("y")) { Line(x: [0, 1], y: [101324.5, 101325.5]) }
                }
            }
        },
        HardFigure("axis-narrow") {
            Figure(width: 440, height: 140) {
                Row {
                    for (low, high) in [(0.3, 0.95), (1, 3), (12, 18), (2.6, 3.4)] as [(Double, Double)] {
                        Panel("x \(low)–\(high)", x: Axis("x"), y: Axis("y")) { Line(x: [low, high], y: [low, high]) }
                    }
                }
            }
        },
        HardFigure("axis-dates") {
            let start = Date(timeIntervalSince1970: 1_700_000_000)
            let times = (0..<90).map { start.addingTimeInterval(Double($0) * 86400).timeIntervalSince1970 }
            return Figure(width: 420, height: 160) {
                Panel("90 days", x: Axis("date"), y: Axis("visitors")) {
                    Line(x: times, y: times.indices.map { 100 + 30 * sin(Double($0) / 7) })
                }
            }
        },
    ]
}
