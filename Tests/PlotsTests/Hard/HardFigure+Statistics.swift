import Foundation
import Plots

extension HardFigure {
    /// Statistics that say no more than the data.
    static let statistics: [HardFigure] = [
        HardFigure("statistics-two-sets") {
            Figure(width: 300, height: 170) {
                Panel("two sets, no group()", y: Axis("n")) {
                    Bars(["a", "b", "c"], y: [1, 2, 3]).role(.series(0)).label("first")
                    Bars(["a", "b", "c"], y: [2, 1, 3]).role(.series(1)).label("second")
                }
            }
        },
        HardFigure("statistics-dice") {
            var dice = SplitMix(seed: 5)
            let rolls = (0..<2000).map { _ in Double(1 + Int(dice.uniform() * 10)) }
            return Figure(width: 300, height: 160) {
                Panel("1 … 10, equally often", x: Axis("x"), y: Axis("n")) { Histogram(rolls) }
            }
        },
        HardFigure("statistics-one-run") {
            Figure(width: 300, height: 170) {
                Panel("two of three runs stop at x = 1", x: Axis("x"), y: Axis("y")) {
                    Band(
                        x: [0, 1, 2, 3], replicates: [[1, 2, 3, 4], [3, 4, .nan, .nan], [2, 5, .nan, .nan]],
                        .standardDeviation
                    ).role(.test).label("runs")
                }
            }
        },
    ]
}
