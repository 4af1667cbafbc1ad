import Notebook
import Plots

extension TwoWeights: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Self.trajectory(results)
        PageFigure("elsewhere", Self.elsewhere(results))
        Value("path-distance", results.largestDistance)
        Value("path-norm", results.optimumNorm)
        Claim(
            "7-23E", equation: "Figure 7.4",
            "The point reached by early stopping lies near the one that weight decay selects.",
            method:
                "The largest distance of any point of the trajectory from the path of weight decay, relative to $\\lVert\\mathbf w^*\\rVert$; no component can differ by more than 0.2036 of its own, so near is taken for half of that."
        ) {
            Check.number("relative distance", results.largestDistance / results.optimumNorm, .atMost(0.1))
        }
    }

    /// Early stopping beside weight decay, for several numbers of steps.
    private static func trajectory(_ trajectory: Results) -> PageFigure {
        PageFigure(
            "trajectory", over: "steps $\\tau$",
            frames: trajectory.matches.map { match in
                PageFigure.Frame(label: "\(match.step)", figure: frame(trajectory, match))
            },
            initial: trajectory.matches.firstIndex { $0.step == trajectory.stoppedAt } ?? 0)
    }

    private static func frame(_ trajectory: Results, _ match: Results.Match) -> Figure {
        let stopped = trajectory.steps[match.step]
        return Figure(width: 420, height: 185) {
            Row {
                landscape("early stopping", trajectory) {
                    dotted(trajectory.steps.dropFirst(match.step))
                    way(trajectory.steps.prefix(match.step + 1))
                    Point(x: stopped[0], y: stopped[1]).role(.regularized).label("$\\tilde{\\mathbf{w}}$")
                }
                landscape("weight decay", trajectory) {
                    dotted(trajectory.decayPath)
                    Point(x: match.decayed[0], y: match.decayed[1]).role(.regularized)
                        .label("$\\tilde{\\mathbf{w}}$")
                }
            }
        }
    }

    /// A trajectory that starts away from the origin, beside decay toward its start and toward the origin.
    private static func elsewhere(_ trajectory: Results) -> Figure {
        let other = trajectory.elsewhere
        let stopped = other.steps[trajectory.stoppedAt]
        let start = other.steps[0]
        return Figure(width: 420, height: 185) {
            Row {
                landscape("early stopping", trajectory) {
                    dotted(other.steps.dropFirst(trajectory.stoppedAt))
                    way(other.steps.prefix(trajectory.stoppedAt + 1))
                    Point(x: start[0], y: start[1]).role(.muted).label("$\\mathbf{w}^{(0)}$")
                    Point(x: stopped[0], y: stopped[1]).role(.regularized).label("$\\tilde{\\mathbf{w}}$")
                }
                landscape("weight decay", trajectory) {
                    dotted(other.towardStart)
                    dotted(trajectory.decayPath)
                    Point(x: start[0], y: start[1]).role(.muted).label("$\\mathbf{w}^{(0)}$")
                    Point(x: other.decayedToStart[0], y: other.decayedToStart[1]).role(.regularized)
                        .label("toward $\\mathbf{w}^{(0)}$")
                    Point(x: other.decayedToOrigin[0], y: other.decayedToOrigin[1]).role(.regularized)
                        .label("toward 0")
                }
            }
        }
    }

    private static func dotted(_ points: some Sequence<[Double]>) -> Line {
        Line(x: points.map { $0[0] }, y: points.map { $0[1] }).role(.muted).dash(.dotted)
    }

    private static func way(_ points: some Sequence<[Double]>) -> Trajectory {
        Trajectory(x: points.map { $0[0] }, y: points.map { $0[1] })
    }

    /// A panel with the contours of the loss and its optimum.
    private static func landscape(
        _ title: String, _ trajectory: Results, @MarkBuilder marks: () -> [any Mark]
    ) -> Panel {
        let x = -0.4...2.6
        let y = -0.4...2.0
        let lowest = trajectory.loss(trajectory.optimum[0], trajectory.optimum[1])
        let levels = (1...6).map { lowest + 0.03 * Double($0 * $0) }
        return Panel(title, x: Axis("$w_1$", in: x), y: Axis("$w_2$", in: y), frame: .origin, aspect: .equal) {
            Contours(x: x, y: y, levels: .explicit(levels), columns: 101, rows: 101, trajectory.loss).role(.loss)
            marks()
            Point(x: trajectory.optimum[0], y: trajectory.optimum[1]).role(.optimum).label("$\\mathbf{w}^*$")
        }
    }
}

extension TwoWeights.Results {
    /// ‖w*‖.
    var optimumNorm: Double { (optimum[0] * optimum[0] + optimum[1] * optimum[1]).squareRoot() }
}

extension TwoWeights {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-23E") { $0.largestDistance *= 2 },
        Mutant("7-23E") { $0.largestDistance = 1 },
    ]
}
