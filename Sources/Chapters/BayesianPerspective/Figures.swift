import Foundation
import Learning
import Notebook
import Plots

extension BayesianPerspectiveSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure(
            "posterior", over: "examples $m$",
            frames: results.sequence.states.map { state in
                PageFigure.Frame(
                    label: String(state.count),
                    figure: posteriorFigure(results.sequence, state, noise: results.parameters.noise))
            }, initial: 3)
        PageFigure("log-terms", termsFigure(results.posterior))
        PageFigure("prediction", predictionFigure(results.prediction))
        PageFigure("not-priors", penaltiesFigure(results.penalties))
        PageFigure("dropout-penalty", dropoutFigure(results.penalties))
    }

    private static func posteriorFigure(
        _ sequence: PosteriorSequence, _ state: PosteriorSequence.State, noise: Double
    ) -> Figure {
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
                    Point(x: sequence.truth[0], y: sequence.truth[1]).role(.truth)
                }
                Panel(x: Axis("$x$", in: -1...1), y: Axis("$y$", in: -3...3)) {
                    Band(
                        x: grid, low: zip(means, deviations).map { $0 - 2 * $1 },
                        high: zip(means, deviations).map { $0 + 2 * $1 }
                    ).role(.loss)
                    Line(x: grid, y: means).role(.loss)
                    Line(x: [-1, 1], y: [-1, 1].map { sequence.truth[0] + sequence.truth[1] * $0 }).role(.truth)
                    if count > 0 {
                        Points(x: Array(sequence.inputs.prefix(count)), y: Array(sequence.targets.prefix(count)))
                            .role(.ink)
                    }
                }
            }
        }
    }

    /// Half the squared Mahalanobis distances within which half, nine tenths and 99 % of a normal in the plane lie.
    private static let massLevels = [0.5, 0.9, 0.99].map { -log(1 - $0) }

    private static func termsFigure(_ posterior: PosteriorMeasurements) -> Figure {
        let sum = zip(posterior.logPriors, posterior.logLikelihoods).map { $0 + $1 }
        return Figure(width: 420, height: 200, title: "The terms of equation 7.1") {
            Panel(x: Axis("$\\theta$"), y: Axis("log density", in: -40...2), legend: .top) {
                Line(x: posterior.thetas, y: posterior.logPriors).role(.penalty).label("log prior")
                Line(x: posterior.thetas, y: posterior.logLikelihoods).role(.training).label("log-likelihood")
                Line(x: posterior.thetas, y: sum).role(.series(2)).dash(.longDashed).label("their sum")
                Line(x: posterior.thetas, y: posterior.logPosteriors).role(.ink).label("log posterior")
            }
        }
    }

    private static func predictionFigure(_ prediction: PredictionMeasurements) -> Figure {
        let counts = prediction.counts.map(Double.init)
        let estimates = prediction.gaps.map { Estimate(of: $0) }
        return Figure(width: 420, height: 180, title: "Averaging compared with the mode") {
            Row {
                Panel(
                    x: Axis("training examples $m$", scale: .log, ticks: .values(counts)),
                    y: Axis("loss on new examples"), legend: .top
                ) {
                    Line(x: counts, y: prediction.plugged).role(.series(1)).marker(.square).label("mode")
                    Line(x: counts, y: prediction.averaged).role(.series(0)).marker(.dot).label("average")
                }
                Panel(
                    x: Axis("training examples $m$", scale: .log, ticks: .values(counts)),
                    y: Axis("mode minus average", scale: .log)
                ) {
                    Band(
                        x: counts, low: estimates.map { max($0.mean - $0.halfWidth, 1e-6) },
                        high: estimates.map { $0.mean + $0.halfWidth }
                    ).role(.test)
                    Line(x: counts, y: estimates.map(\.mean)).role(.test).marker(.dot)
                }
            }
        }
    }

    private static func penaltiesFigure(_ penalties: PenaltyMeasurements) -> Figure {
        Figure(width: 420, height: 190, title: "Penalties that are not priors") {
            Row {
                Panel(
                    x: Axis("half-width of the box $L$", scale: .log), y: Axis("integral over the box", scale: .log),
                    legend: .top
                ) {
                    Line(x: penalties.boxes, y: penalties.boundedIntegrals).role(.series(1))
                        .label("$e^{-w^2/(1+w^2)}$")
                    Line(x: penalties.boxes, y: penalties.gaussianIntegrals).role(.series(0)).label("$e^{-w^2}$")
                }
                Panel(
                    x: Axis("score $z$"), y: Axis("sum over both labels", in: 0...1.2), legend: .top
                ) {
                    Line(x: penalties.scores, y: penalties.hingeSums).role(.series(1)).label("hinge")
                    Line(x: penalties.scores, y: penalties.logisticSums).role(.series(0)).label("logistic")
                }
            }
        }
    }

    private static func dropoutFigure(_ penalties: PenaltyMeasurements) -> Figure {
        let levels = Levels.explicit([2, 8, 20, 40])
        return Figure(width: 420, height: 200, title: "Dropout's penalty for two data sets") {
            Row {
                for (title, squares) in [
                    ("first data set", penalties.firstSquares), ("second data set", penalties.secondSquares),
                ] {
                    Panel(
                        title, x: Axis("$w_1$", in: -2...2), y: Axis("$w_2$", in: -2...2), frame: .origin,
                        aspect: .equal
                    ) {
                        Contours(x: -2...2, y: -2...2, levels: levels) { first, second in
                            penalties.keep * (1 - penalties.keep)
                                * (first * first * squares[0] + second * second * squares[1])
                        }.role(.penalty)
                    }
                }
            }
        }
    }
}

extension PosteriorSequence.State {
    /// Half the squared Mahalanobis distance from the posterior mean: the negative log density up to a constant.
    func surprise(_ first: Double, _ second: Double) -> Double {
        let (a, b, c) = (covariance[0, 0], covariance[0, 1], covariance[1, 1])
        let (x, y) = (first - mean[0], second - mean[1])
        return (c * x * x - 2 * b * x * y + a * y * y) / (2 * (a * c - b * b))
    }
}
