import Foundation
import Plots

extension HardFigure {
    /// What reaches zero on a logarithmic axis.
    static let logarithms: [HardFigure] = [
        HardFigure("log-error-bars") {
            // an error bar that reaches below zero on a logarithmic axis
            return Figure(width: 440, height: 170) {
                Row {
                    Panel("linear: 1 ± 2, 5 ± 1", y: Axis("n")) { Bars(["a", "b"], y: [1, 5], errors: [2, 1]) }
                    Panel("log: 1 ± 2, 5 ± 1", y: Axis("n", scale: .log)) {
                        Bars(["a", "b"], y: [1, 5], errors: [2, 1])
                    }
                    Panel("log, 10 100 1000", y: Axis("n", scale: .log)) { Bars(["a", "b", "c"], y: [10, 100, 1000]) }
                }
            }
        },
        HardFigure("log-replicates") {
            Figure(width: 460, height: 170) {
                Row {
                    Panel("no runs", x: Axis("x"), y: Axis("y")) {
                        Band(x: [0, 1, 2], replicates: [], .standardError).label("none")
                    }
                    Panel("one run", x: Axis("x"), y: Axis("y")) {
                        Band(x: [0, 1, 2], replicates: [[1, 2, 3]], .standardDeviation).label("one")
                    }
                    Panel("log, sd beyond mean", x: Axis("x"), y: Axis("y", scale: .log)) {
                        Band(x: [0, 1, 2], replicates: [[1, 1, 1], [100, 90, 80]], .standardDeviation).label("sd")
                    }
                }
            }
        },
        HardFigure("log-band") {
            // five runs of a loss: the spread is larger than the mean
            let epochs = (1...20).map(Double.init)
            let runs: [[Double]] = (0..<5).map { r in epochs.map { e in (r == 0 ? 8 : 0.2) * exp(-e / 15) } }
            return Figure(width: 440, height: 190) {
                Row {
                    Panel("linear", x: Axis("epoch"), y: Axis("loss")) {
                        Band(x: epochs, replicates: runs, .standardDeviation).role(.validation).label("validation")
                    }
                    Panel("logarithmic", x: Axis("epoch"), y: Axis("loss", scale: .log)) {
                        Band(x: epochs, replicates: runs, .standardDeviation).role(.validation).label("validation")
                    }
                }
            }
        },
    ]
}
