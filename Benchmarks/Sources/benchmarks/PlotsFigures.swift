import Foundation
import Plots

/// Building, drawing and writing two figures: one of contours and formulas, one of learning curves.
enum PlotsFigures {
    static let workloads: [Workload] = [
        Workload(name: "figure_svg") { try await measure("figure_svg", penalties) { try $0.svg(id: "figure") } },
        Workload(name: "figure_pdf") { try await measure("figure_pdf", penalties) { try $0.pdf() } },
        Workload(name: "figure_png") { try await measure("figure_png", penalties) { try $0.png(scale: 200.0 / 72) } },
        Workload(name: "curves_svg") { try await measure("curves_svg", curves) { try $0.svg(id: "curves") } },
        Workload(name: "curves_png") { try await measure("curves_png", curves) { try $0.png(scale: 200.0 / 72) } },
    ]

    private static func measure<File>(
        _ name: String, _ figure: () -> Figure, _ write: (Figure) throws -> File
    ) async throws -> [Measurement] {
        let seconds = try await Measurement.median(runs: 9, warm: 2) { _ = try write(figure()) }
        return [Measurement(workload: name, seconds: seconds, throughput: seconds * 1000, unit: "ms")]
    }

    /// The L2 and the L1 penalty: eight contours of the loss and five of the penalty in each panel.
    private static func penalties() -> Figure {
        let range = -1.6...3.2
        let loss = ScalarField(x: range, y: range, columns: 200, rows: 200) { x, y in
            let (dx, dy) = (x - 1.6, y - 1)
            return 0.5 * (1.75 * dx * dx - 2.598_076_211 * dx * dy + 3.25 * dy * dy)
        }
        let circles = ScalarField(x: range, y: range, columns: 200, rows: 200) { $0 * $0 + $1 * $1 }
        let diamonds = ScalarField(x: range, y: range, columns: 200, rows: 200) { abs($0) + abs($1) }
        let steps = (0..<5).map { 0.3 + 0.3 * Double($0) }
        let levels = (0..<8).map { index -> Double in
            let step = 0.15 + 1.2 / 7 * Double(index)
            return step * step
        }
        func panel(_ title: String, _ penalty: ScalarField, _ steps: [Double], _ place: (Double, Double)) -> Panel {
            Panel(title, x: Axis("$w_1$", in: range), y: Axis("$w_2$", in: range), frame: .origin, aspect: .equal) {
                Contours(of: loss, levels: .explicit(levels))
                Contours(of: penalty, levels: .explicit(steps)).role(.penalty)
                Point(x: 1.6, y: 1).role(.optimum).label("$w^*$")
                Point(x: place.0, y: place.1).role(.regularized).label("$\\tilde{w}$")
            }
        }
        return Figure(width: 576, height: 288) {
            Row {
                panel("$L^2$ penalty", circles, steps.map { $0 * $0 }, (0.77, 0.46))
                panel("$L^1$ penalty", diamonds, steps, (0.62, 0))
            }
        }
    }

    /// Two lines of 500 points, a band, ticks, labels and a legend.
    private static func curves() -> Figure {
        let times = (0..<500).map { 250 * Double($0) / 499 }
        let training = times.map { 0.2 * exp(-$0 / 30) + 0.002 }
        let validation = times.map { 0.12 * exp(-$0 / 15) + 0.04 + 2e-4 * $0 }
        let widths = times.map { time -> Double in
            let wave = sin(time / 9)
            return 0.008 + 0.004 * wave * wave
        }
        return Figure(width: 432, height: 259.2) {
            Panel(
                x: Axis("Time (epochs)", in: 0...250), y: Axis("Loss (negative log-likelihood)", in: 0...0.2),
                legend: .top
            ) {
                Band(
                    x: times, low: zip(validation, widths).map { $0 - $1 },
                    high: zip(validation, widths).map { $0 + $1 }
                ).role(.validation)
                Line(x: times, y: training).role(.training).label("Training set loss")
                Line(x: times, y: validation).role(.validation).label("Validation set loss")
            }
        }
    }
}
