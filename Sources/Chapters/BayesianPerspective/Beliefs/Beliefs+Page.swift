import Foundation
import LinearAlgebra
import Notebook
import Plots

extension Beliefs: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure(
            "posterior", over: "examples $m$",
            frames: results.states.map { state in
                PageFigure.Frame(
                    label: String(state.count), figure: Self.figure(results, state, noise: parameters.noise))
            }, initial: 3)
    }

    private static func figure(_ results: Results, _ state: State, noise: Double) -> Figure {
        let count = state.count
        let grid = (0...60).map { -1 + Double($0) / 30 }
        let means = grid.map { state.mean[0] + state.mean[1] * $0 }
        let deviations = grid.map { x in
            (noise * noise + [1, x].dot(state.covariance * [1, x])).squareRoot()
        }
        return Figure(width: 420, height: 200, title: "The posterior after \(count) examples") {
            Row {
                Panel(
                    x: Axis("offset $w_1$", in: -3...3), y: Axis("slope $w_2$", in: -3...3), aspect: .equal
                ) {
                    Contours(x: -3...3, y: -3...3, levels: .explicit(massLevels)) { first, second in
                        (first * first + second * second) / 2
                    }.role(.penalty)
                    Contours(x: -3...3, y: -3...3, levels: .explicit(massLevels)) { first, second in
                        state.surprise(first, second)
                    }.role(.loss)
                    if let likeliest = state.likeliest {
                        Point(x: likeliest[0], y: likeliest[1]).role(.optimum)
                    }
                    Point(x: state.mean[0], y: state.mean[1]).role(.regularized)
                    Point(x: results.truth[0], y: results.truth[1]).role(.truth)
                }
                Panel(x: Axis("$x$", in: -1...1), y: Axis("$y$", in: -3...3)) {
                    Band(
                        x: grid, low: zip(means, deviations).map { $0 - 2 * $1 },
                        high: zip(means, deviations).map { $0 + 2 * $1 }
                    ).role(.loss)
                    Line(x: grid, y: means).role(.loss)
                    Line(x: [-1, 1], y: [-1, 1].map { results.truth[0] + results.truth[1] * $0 }).role(.truth)
                    if count > 0 {
                        Points(x: Array(results.inputs.prefix(count)), y: Array(results.targets.prefix(count)))
                            .role(.ink)
                    }
                }
            }
        }
    }

    /// Half the squared Mahalanobis distances within which half, nine tenths and 99 % of a normal in the plane lie.
    private static let massLevels = [0.5, 0.9, 0.99].map { -log(1 - $0) }
}
