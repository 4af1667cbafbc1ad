import Learning
import Notebook
import Plots

extension BaggingSection {
    /// The share of error that bagging saves, learner by learner.
    static func saved(_ learners: [BaggedLearner]) -> Figure {
        let places = learners.indices.map { Double($0 + 1) }
        let gains = learners.map { Estimate(of: $0.gains) }
        let names = learners.map { learner in
            switch learner.learner {
            case .tree: "tree, \(learner.task.rawValue)"
            case .ridge: "ridge, \(learner.task.rawValue)"
            case .neighbors: "neighbours, \(learner.task.rawValue)"
            }
        }
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("share of the error that bagging saves", in: -0.1...0.6),
                y: Axis(
                    "", in: 0.4...Double(learners.count) + 0.6,
                    ticks: .labelled(zip(places, names).map { Tick($0, $1) }), reversed: true)
            ) {
                Rule(x: 0).role(.muted).dash(.dotted)
                for (place, gain) in zip(places, gains) {
                    Line(x: [gain.mean - gain.halfWidth, gain.mean + gain.halfWidth], y: [place, place]).role(.test)
                        .dash(.solid)
                }
                Points(x: gains.map(\.mean), y: places).role(.test)
            }
        }
    }

    /// Error on training and fresh examples of boosted and of bagged stumps.
    static func stumps(_ stumps: StumpEnsembles) -> Figure {
        Figure(width: 420, height: 200) {
            Row {
                curves("boosted stumps", stumps.rounds, stumps.boostedTraining, stumps.boostedTest, limit: 0.26)
                curves("bagged stumps", stumps.rounds, stumps.baggedTraining, stumps.baggedTest, limit: 0.26)
            }
        }
    }

    private static func curves(
        _ title: String, _ rounds: [Int], _ training: [[Double]], _ test: [[Double]], limit: Double
    ) -> Panel {
        Panel(title, x: Axis("stumps", scale: .log), y: Axis("misclassified share", in: 0...limit)) {
            Band(x: rounds, replicates: training, .standardError).role(.training).label("training")
            Band(x: rounds, replicates: test, .standardError).role(.test).label("fresh")
        }
    }

    /// Error on training and fresh examples of a growing network and of averaged units.
    static func growing(_ growing: GrowingNetworks) -> Figure {
        let units = Array(1...growing.grownTraining[0].count)
        func panel(_ title: String, _ training: [[Double]], _ test: [[Double]]) -> Panel {
            Panel(title, x: Axis("hidden units"), y: Axis("mean squared error", in: 0...11)) {
                Band(x: units, replicates: training, .standardError).role(.training).label("training")
                Band(x: units, replicates: test, .standardError).role(.test).label("fresh")
            }
        }
        return Figure(width: 420, height: 200) {
            Row {
                panel("fitted to what is left", growing.grownTraining, growing.grownTest)
                panel("fitted to resamples", growing.baggedTraining, growing.baggedTest)
            }
        }
    }

    /// The error of the average of two members against the ratio of their variances.
    static func unequal(_ errors: EnsembleErrors) -> Figure {
        let ratios = errors.unequal.map(\.ratio)
        return Figure(width: 420, height: 190) {
            Panel(
                x: Axis("variance of the worse member, the better one's is 1", in: 1...100, scale: .log),
                y: Axis("expected squared error", in: 0.3...60, scale: .log)
            ) {
                Line(x: ratios, y: ratios.map { (1 + $0) / 2 }).role(.muted).label("average member")
                Line(x: ratios, y: errors.unequal.map(\.average)).role(.series(0)).label("average")
                Line(x: ratios, y: ratios.map { _ in 1 }).role(.truth).label("better member")
                Line(x: ratios, y: errors.unequal.map(\.weighed)).role(.series(1)).dash(.dashed)
                    .label("weighed average")
            }
        }
    }
}
