import Notebook
import Plots

extension NormPenaltiesSection {
    /// The curvature of the single weight in the figure of thresholds.
    static let thresholdGamma = 1.0

    static func figures(_ results: Results) throws -> [PageElement] {
        [
            .figure("weight-decay", weightDecay(results)),
            .figure("shrinkage", shrinkage(results.shrinkage)),
            .figure("effective-parameters", effectiveParameters(results.shrinkage)),
            .figure("l1-against-l2", penaltiesCompared(results)),
            .figure("thresholds", thresholds(results.parameters)),
            .figure("paths", paths(results.paths)),
            .figure("priors", priors()),
        ]
    }

    private static func weightDecay(_ results: Results) -> Figure {
        let landscape = results.landscapes.decay
        return Figure(width: 300, height: 250) {
            Panel(
                x: Axis("$w_1$", in: -0.5...3), y: Axis("$w_2$", in: -0.5...2.3), frame: .origin, aspect: .equal
            ) {
                landscape.lossContours(x: -0.5...3, y: -0.5...2.3, spacing: 0.28)
                Contours(x: -0.5...3, y: -0.5...2.3, levels: circles) { ($0 * $0 + $1 * $1) / 2 }.role(.penalty)
                Point(x: landscape.optimum[0], y: landscape.optimum[1]).role(.optimum).label("$\\mathbf{w}^*$")
                Point(x: landscape.decayed[0], y: landscape.decayed[1]).role(.regularized).label(
                    "$\\tilde{\\mathbf{w}}$")
            }
        }
    }

    private static func penaltiesCompared(_ results: Results) -> Figure {
        let landscape = results.landscapes.lasso
        return Figure(width: 420, height: 215) {
            Row {
                Panel(
                    "$L^1$ penalty", x: Axis("$w_1$", in: -1...1.6), y: Axis("$w_2$", in: -0.6...2.2), frame: .origin,
                    aspect: .equal
                ) {
                    landscape.lossContours(x: -1...1.6, y: -0.6...2.2, spacing: 0.22)
                    Contours(x: -1...1.6, y: -0.6...2.2, levels: .explicit([0.3, 0.6, 0.9, 1.2])) { abs($0) + abs($1) }
                        .role(.penalty)
                    landscape.marks(regularized: landscape.thresholded)
                }
                Panel(
                    "$L^2$ penalty", x: Axis("$w_1$", in: -1...1.6), y: Axis("$w_2$", in: -0.6...2.2), frame: .origin,
                    aspect: .equal
                ) {
                    landscape.lossContours(x: -1...1.6, y: -0.6...2.2, spacing: 0.22)
                    Contours(x: -1...1.6, y: -0.6...2.2, levels: circles) { ($0 * $0 + $1 * $1) / 2 }.role(.penalty)
                    landscape.marks(regularized: landscape.decayed)
                }
            }
        }
    }

    /// Levels of ½‖w‖² whose circles have radii 0.3, 0.6, 0.9 and 1.2.
    private static let circles = Levels.explicit([0.3, 0.6, 0.9, 1.2].map { $0 * $0 / 2 })
}

extension Landscape {
    /// Contours of the loss, evenly spaced in distance from the optimum.
    fileprivate func lossContours(x: ClosedRange<Double>, y: ClosedRange<Double>, spacing: Double) -> some Mark {
        let least = loss(optimum[0], optimum[1])
        let levels = (1...6).map { least + spacing * Double($0) * spacing * Double($0) / 2 }
        return Contours(x: x, y: y, levels: .explicit(levels), columns: 101, rows: 101, loss).role(.loss)
    }

    /// The two optima.
    @MarkBuilder
    fileprivate func marks(regularized: [Double]) -> [any Mark] {
        Point(x: optimum[0], y: optimum[1]).role(.optimum).label("$\\mathbf{w}^*$")
        Point(x: regularized[0], y: regularized[1]).role(.regularized).label("$\\tilde{\\mathbf{w}}$")
    }
}
