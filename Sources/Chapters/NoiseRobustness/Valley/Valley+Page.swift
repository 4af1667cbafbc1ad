import Notebook
import Plots

extension Valley: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("valley", Self.figure(results))
        Value("valley-plain-rise", results.plainRise)
        Value("valley-noisy-rise", results.noisyRise)
    }

    private static func figure(_ valley: Results) -> Figure {
        let ends = [valley.plain, valley.noisy].map { $0[$0.count - 1] }
        return Figure(width: 300, height: 290, title: "Two paths through a valley of minima") {
            Panel(
                x: Axis("$w_1$", in: 0...3), y: Axis("$w_2$", in: 0...3), aspect: .equal, legend: .top
            ) {
                Contours(x: 0...3, y: 0...3, levels: .explicit([0.02, 0.1, 0.3, 1, 3, 8, 20, 40])) { u, v in
                    (u * v - 1) * (u * v - 1)
                }
                .role(.loss)
                Line(over: 1.0 / 3...3) { 1 / $0 }.role(.truth).label("minima")
                Trajectory(x: valley.plain.map { $0[0] }, y: valley.plain.map { $0[1] }).role(.trajectory)
                    .label("without noise")
                Line(x: valley.noisy.map { $0[0] }, y: valley.noisy.map { $0[1] }).role(.series(3)).dash(.solid)
                    .label("with noise on the weights")
                Point(x: ends[0][0], y: ends[0][1]).role(.optimum).label("sharp")
                Point(x: ends[1][0], y: ends[1][1]).role(.regularized).label("flat")
            }
        }
    }
}
