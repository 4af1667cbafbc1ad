import Foundation
import Plots

extension GalleryExample {
    static func learningCurves() -> Figure {
        let epochs = (1...40).map(Double.init)
        let training = epochs.map { exp(-$0 / 9) + 0.01 }
        let runs = (0..<8).map { run in
            epochs.map { 0.6 * exp(-$0 / 5) + 0.08 + 0.002 * $0 + 0.01 * sin($0 * Double(run + 1)) }
        }
        return Figure(width: 420, height: 170) {
            Panel("Learning curves", x: Axis("epoch"), y: Axis("loss", scale: .log)) {
                Band(x: epochs, replicates: runs, .standardError).runs(true).role(.validation).label("validation")
                Line(x: epochs, y: training).role(.training).label("training")
                Rule(x: 14).label("returned")
            }
        }
    }

    static func bars() -> Figure {
        Figure(width: 300, height: 150) {
            Panel(y: Axis("test error (%)")) {
                Bars(["none", "$L^2$", "dropout"], y: [1.6, 1.4, 1.2], errors: [0.1, 0.08, 0.07]).group(0, of: 2)
                    .role(.series(0)).label("small")
                Bars(["none", "$L^2$", "dropout"], y: [1.3, 1.2, 1.0], errors: [0.1, 0.08, 0.07]).group(1, of: 2)
                    .role(.series(1)).label("large")
            }
        }
    }

    static func points() -> Figure {
        let xs = (0..<60).map { Double($0) / 10 }
        let ys = xs.map { 0.4 * $0 + 0.6 * sin($0 * 12.9898) }
        return Figure(width: 300, height: 160) {
            Panel(x: Axis("dose"), y: Axis("response")) {
                Points(x: xs, y: ys).role(.training).label("measured")
                Line(over: 0...6) { 0.4 * $0 }.role(.truth).label("truth")
                Annotation("the largest residual", x: xs[20], y: ys[20])
                Arrow(from: (3.4, -0.3), to: (4.3, 0.9)).role(.muted)
                Text("slope 0.4", x: 3.3, y: -0.5, anchor: .right)
            }
        }
    }

    static func scales() -> Figure {
        let depths = ["input", "hidden 1", "hidden 2", "output"]
        return Figure(width: 420, height: 160) {
            Row {
                Panel("Symmetric logarithm", x: Axis("step"), y: Axis("gain", scale: .symmetricLog(linear: 1))) {
                    Line(over: 0...10) { $0 * $0 * $0 * cos($0) }.role(.series(0))
                    Rule(y: 0)
                }
                Panel(
                    "Categories", x: Axis("layer", scale: .categorical(depths)),
                    y: Axis("gradient", scale: .log)
                ) {
                    Points(x: [0, 1, 2, 3], y: [1e-4, 2e-3, 0.03, 0.9]).role(.series(1)).marker(.diamond, size: 6)
                }
            }
        }.lettered()
    }

    static func grid() -> Figure {
        let xs = (0..<40).map { Double($0) / 8 }
        return Figure(width: 300, height: 220) {
            Grid(columns: 2) {
                for decay in [0.1, 0.3, 1, 3] {
                    Panel("$\\alpha = \(decay)$", x: Axis("time"), y: Axis("weight")) {
                        Line(x: xs, y: xs.map { exp(-decay * $0) }).role(.regularized)
                        Rule(y: 1)
                    }
                }
            }.sharingAxes()
        }
    }

    static func column() -> Figure {
        let epochs = (1...60).map(Double.init)
        return Figure(width: 300, height: 200) {
            Column(shares: [2, 1]) {
                Panel(x: Axis("epoch"), y: Axis("loss")) {
                    Line(x: epochs, y: epochs.map { 1 / $0.squareRoot() }).role(.training).label("training")
                }
                Panel(x: Axis("epoch"), y: Axis("rate", scale: .log)) {
                    Line(x: epochs, y: epochs.map { $0 < 30 ? 0.1 : 0.01 }).role(.muted)
                }
            }.sharingX()
        }
    }
}
