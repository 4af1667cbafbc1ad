import Foundation
import Notebook
import Plots

extension Valley: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure(
            "valley", over: "decay $\\alpha$",
            frames: results.alphas.indices.map { index in
                PageFigure.Frame(label: results.alphas[index].formatted(), figure: Self.figure(results, at: index))
            }, initial: 2)
    }

    private static func figure(_ valley: Results, at index: Int) -> Figure {
        let alpha = valley.alphas[index]
        let range = -0.6...2.2
        return Figure(width: 300, height: 230, title: "A valley of minimizers") {
            Panel(x: Axis("$w_1$", in: range), y: Axis("$w_2$", in: range), frame: .origin, aspect: .equal) {
                Contours(x: range, y: range, levels: .explicit([0.02, 0.1, 0.25, 0.5, 1, 1.7, 2.6])) { first, second in
                    valley.objective(first, second, alpha: alpha) - valley.lowest(at: index)
                }.role(.loss)
                Line(over: range) { (valley.target - valley.input[0] * $0) / valley.input[1] }.role(.muted)
                    .dash(.longDashed)
                Trajectory(x: valley.minimizers.map { $0[0] }, y: valley.minimizers.map { $0[1] })
                Point(x: valley.shortest[0], y: valley.shortest[1]).role(.optimum).label("$X^+y$")
                Point(x: valley.minimizers[index][0], y: valley.minimizers[index][1]).role(.regularized)
                    .label("$\\tilde w$")
            }
        }
    }
}
