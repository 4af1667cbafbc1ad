import Notebook
import Plots

extension Fits: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("fits", Self.figure(results))
        Value("fit-degree", results.degree)
        Value("fit-little", results.alphas[0])
        Value("fit-some", results.alphas[1])
        Value("fit-much", results.alphas[2])
        Value("fit-examples", results.inputs.count)
        Value("fit-sets", results.curves[0].count)
    }

    private static func figure(_ fits: Results) -> Figure {
        Figure(width: 420, height: 160, title: "Little, some and much weight decay") {
            Row {
                for (place, title) in ["little", "some", "much"].enumerated() {
                    Panel(
                        title, x: Axis("$x$", in: -1...1, ticks: .values([-1, 0, 1])),
                        y: Axis(place == 0 ? "$y$" : "", in: -2...2, ticks: .values([-2, -1, 0, 1, 2]))
                    ) {
                        for curve in fits.curves[place] {
                            Line(x: fits.grid, y: curve).role(.training).lineWidth(0.6)
                        }
                        Line(x: fits.grid, y: fits.truth).role(.truth).lineWidth(1.4)
                        Points(x: fits.inputs, y: fits.targets).role(.ink).marker(.dot, size: 2.5)
                    }
                }
            }
        }
    }
}
