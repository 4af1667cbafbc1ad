import Notebook
import Plots

extension NormPenaltiesSection {
    /// The curvature of the single weight in the figure of thresholds.
    static let thresholdGamma = 1.0

    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        weightDecay(results)
        PageFigure("offsets", offsets(results.offsets))
        PageFigure("layers", try layers(results.layers))
        PageFigure("centers", centers(results.centers))
        PageFigure("shrinkage", shrinkage(results.shrinkage))
        PageFigure("effective-parameters", effectiveParameters(results.shrinkage))
        penaltiesCompared(results)
        PageFigure("thresholds", thresholds(results.parameters))
        PageFigure("paths", paths(results.paths))
        PageFigure("selection", selection(results.selection))
        PageFigure("priors", priors())
    }

    /// The counterpart of Figure 7.1, for several α.
    private static func weightDecay(_ results: Results) -> PageFigure {
        let landscape = results.landscapes.decay
        let frames = results.landscapes.decayFrames
        return PageFigure(
            "weight-decay", over: "weight decay $\\alpha$",
            frames: frames.map { frame in
                PageFigure.Frame(
                    label: String(frame.coefficient),
                    figure: Figure(width: 300, height: 250) {
                        Panel(
                            x: Axis("$w_1$", in: -0.5...3), y: Axis("$w_2$", in: -0.5...2.3), frame: .origin,
                            aspect: .equal
                        ) {
                            landscape.lossContours(x: -0.5...3, y: -0.5...2.3, spacing: 0.28)
                            Contours(x: -0.5...3, y: -0.5...2.3, levels: circles) { ($0 * $0 + $1 * $1) / 2 }
                                .role(.penalty)
                            landscape.marks(regularized: frame.decayed)
                        }
                    })
            }, initial: frames.place(of: results.parameters.alpha))
    }

    /// The counterpart of Figure 7.2, for several coefficients, the same on both sides.
    private static func penaltiesCompared(_ results: Results) -> PageFigure {
        let landscape = results.landscapes.lasso
        let frames = results.landscapes.lassoFrames
        return PageFigure(
            "l1-against-l2", over: "coefficient $\\alpha = \\beta$",
            frames: frames.map { frame in
                PageFigure.Frame(
                    label: String(frame.coefficient),
                    figure: Figure(width: 420, height: 215) {
                        Row {
                            Panel(
                                "$L^1$ penalty", x: Axis("$w_1$", in: -1...1.6), y: Axis("$w_2$", in: -0.6...2.2),
                                frame: .origin, aspect: .equal
                            ) {
                                landscape.lossContours(x: -1...1.6, y: -0.6...2.2, spacing: 0.22)
                                Contours(
                                    x: -1...1.6, y: -0.6...2.2, levels: .explicit([0.3, 0.6, 0.9, 1.2])
                                ) { abs($0) + abs($1) }.role(.penalty)
                                landscape.marks(regularized: frame.thresholded)
                            }
                            Panel(
                                "$L^2$ penalty", x: Axis("$w_1$", in: -1...1.6), y: Axis("$w_2$", in: -0.6...2.2),
                                frame: .origin, aspect: .equal
                            ) {
                                landscape.lossContours(x: -1...1.6, y: -0.6...2.2, spacing: 0.22)
                                Contours(x: -1...1.6, y: -0.6...2.2, levels: circles) { ($0 * $0 + $1 * $1) / 2 }
                                    .role(.penalty)
                                landscape.marks(regularized: frame.decayed)
                            }
                        }
                    })
            }, initial: frames.place(of: results.parameters.beta))
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

extension [PenalizedMinimizers] {
    /// The place of the frame with this coefficient.
    fileprivate func place(of coefficient: Double) -> Int { firstIndex { $0.coefficient == coefficient } ?? 0 }
}
