import Foundation
import Notebook
import Plots

extension Landscapes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let landscape = results.decay
        Self.weightDecay(results, parameters)
        Self.penaltiesCompared(results, parameters)
        Value("landscape-examples", landscape.targets.count)
        Value("lost-flat", 1 - landscape.decayed[0] / landscape.optimum[0])
        Value("lost-steep", 1 - landscape.decayed[1] / landscape.optimum[1])
        Value("lasso-first-weight", results.lasso.thresholded[0])
        Claim(
            "2-20E", equation: "Figure 7.1",
            "Along the flat axis the penalty pulls the optimum close to zero, along the steep one it moves it little.",
            method:
                "The minimizer of the objective whose contours the section's first figure shows, found by gradient descent."
        ) {
            Check.error("surviving shares minus λ/(λ+α)", results.shareError, atMost: 1e-8)
            Check.error(
                "cosine of the two gradients at the balance, plus 1", results.balanceCosine + 1,
                atMost: 1e-8)
        }
    }

    /// The counterpart of Figure 7.1, for several α.
    private static func weightDecay(_ results: Results, _ parameters: Parameters) -> PageFigure {
        let landscape = results.decay
        let frames = results.decayFrames
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
            }, initial: frames.place(of: parameters.alpha))
    }

    /// The counterpart of Figure 7.2, for several coefficients, the same on both sides.
    private static func penaltiesCompared(_ results: Results, _ parameters: Parameters) -> PageFigure {
        let landscape = results.lasso
        let frames = results.lassoFrames
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
            }, initial: frames.place(of: parameters.beta))
    }

    /// Levels of ½‖w‖² whose circles have radii 0.3, 0.6, 0.9 and 1.2.
    private static let circles = Levels.explicit([0.3, 0.6, 0.9, 1.2].map { $0 * $0 / 2 })

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-20E") { $0.shareError = 0.1 },
        Mutant("2-20E") { $0.balanceCosine = 0.9 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Landscapes>] = [
        Mutant("2-20E") { $0.equations.survivingShare = { $1 / ($0 + $1) } }
    ]
}

extension Landscape {
    /// Contours of the loss, evenly spaced in distance from the optimum.
    fileprivate func lossContours(x: ClosedRange<Double>, y: ClosedRange<Double>, spacing: Double) -> some Mark {
        let lowest = loss(optimum[0], optimum[1])
        let levels = (1...6).map { lowest + spacing * Double($0) * spacing * Double($0) / 2 }
        return Contours(x: x, y: y, levels: .explicit(levels), columns: 101, rows: 101, loss).role(.loss)
    }

    /// The two optima.
    @MarkBuilder
    fileprivate func marks(regularized: [Double]) -> [any Mark] {
        Point(x: optimum[0], y: optimum[1]).role(.optimum).label("$\\mathbf{w}^*$")
        Point(x: regularized[0], y: regularized[1]).role(.regularized).label("$\\tilde{\\mathbf{w}}$")
    }
}

extension [Landscapes.Minimizers] {
    /// The place of the frame with this coefficient.
    fileprivate func place(of coefficient: Double) -> Int { firstIndex { $0.coefficient == coefficient } ?? 0 }
}
