import Foundation
import Plots

extension HardFigure {
    /// Values far beyond the panel.
    static let farValues: [HardFigure] = [
        HardFigure("far-band") {
            Figure(width: 420, height: 260) {
                Column {
                    Panel("above", x: Axis("x"), y: Axis("y")) { Line(x: [0, 1, 2, 3, 4], y: [1.0, 2, 1, 2, 1]) }
                    Panel("diverged", x: Axis("x"), y: Axis("loss", in: 0...2)) {
                        Band(x: [0, 1, 2, 3, 4], low: [0.2, 0.2, 0.2, 0.2, 0.2], high: [1, 1.2, 1e30, 1.1, 1]).role(
                            .penalty)
                    }
                }
            }
        },
        HardFigure("far-outline") {
            Figure(width: 420, height: 200) {
                Row {
                    Panel("left", x: Axis("x"), y: Axis("y")) { Line(x: [0, 1, 2, 3, 4], y: [1.0, 2, 1, 2, 1]) }
                    Panel("ball of radius 1e20", x: Axis("x", in: -1...1), y: Axis("y", in: -1...1)) {
                        Outline.l1Ball(radius: 1e20, centre: (1e20, 0)).filled()
                    }
                }
            }
        },
        HardFigure("far-field") {
            // a field over ±1e18, seen through a window of ±1
            let field = ScalarField(x: -1e18...1e18, y: -1e18...1e18, columns: 50, rows: 50) { $0 + $1 }
            return Figure(width: 420, height: 200) {
                Row {
                    Panel("left", x: Axis("x"), y: Axis("y")) { Line(x: [0, 1, 2, 3, 4], y: [1.0, 2, 1, 2, 1]) }
                    Panel("window", x: Axis("x", in: -1...1), y: Axis("y", in: -1...1)) {
                        FilledContours(of: field, levels: .explicit([0]))
                        Contours(of: field, levels: .explicit([0]))
                    }
                }
            }
        },
        HardFigure("far-histogram") {
            var dice = SplitMix(seed: 9)
            let many = (0..<20_000).map { _ in dice.normal() }
            return Figure(width: 440, height: 160) {
                Row {
                    Panel("20 000 values", x: Axis("x"), y: Axis("n")) { Histogram(many) }
                    Panel("log counts", x: Axis("x"), y: Axis("n", scale: .log)) { Histogram(many) }
                    Panel("huge spread", x: Axis("x"), y: Axis("n")) { Histogram([1e-300, 1e300, 5, 6]) }
                    Panel("bins 0", x: Axis("x"), y: Axis("n")) { Histogram([1.0, 2, 3], bins: 0) }
                }
            }
        },
    ]
}
