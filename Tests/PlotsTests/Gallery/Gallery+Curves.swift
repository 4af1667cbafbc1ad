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
}
