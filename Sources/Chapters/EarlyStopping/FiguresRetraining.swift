import Learning
import Notebook
import Plots

extension EarlyStoppingSection {
    /// Error on fresh images after each of the algorithms, repetition by repetition.
    static func retraining(_ runs: [Retraining]) -> Figure {
        let kinds: [(String, KeyPath<Retraining, Evaluation>)] = [
            ("early stop", \.stopped), ("same updates", \.sameUpdates), ("same epochs", \.sameEpochs),
            ("going on", \.continued),
        ]
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("", in: 0.5...4.5, ticks: .labelled(kinds.enumerated().map { Tick(Double($0 + 1), $1.0) })),
                y: Axis("misclassified share")
            ) {
                for run in runs {
                    Line(x: [1, 2, 3, 4], y: kinds.map { run[keyPath: $0.1].error }).role(.muted).lineWidth(0.5)
                }
                Points(x: [1, 2, 3, 4], y: kinds.map { kind in runs.map { $0[keyPath: kind.1].error }.mean }).role(
                    .test
                )
                .marker(.diamond, size: 6)
            }
        }
    }

    /// The validation loss while Algorithm 7.3 goes on, above its target.
    static func goingOn(_ endless: Endless) -> Figure {
        let last = endless.mislabelled.map(\.losses.count).max() ?? 1
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("epochs of going on", in: 0...Double(last)),
                y: Axis("validation loss above its target", including: [0])
            ) {
                Rule(y: 0).role(.muted).label("the loop ends")
                for (place, run) in endless.mislabelled.enumerated() {
                    let line = Line(x: run.losses.indices.map(Double.init), y: run.losses.map { $0 - run.target })
                        .role(.series(1)).dash(.dashed)
                    if place == 0 { line.label("wrong labels") } else { line }
                }
                for (place, run) in endless.clean.enumerated() {
                    let line = Line(x: run.losses.indices.map(Double.init), y: run.losses.map { $0 - run.target })
                        .role(.series(0))
                    if place == 0 { line.label("labels as they are") } else { line }
                }
            }
        }
    }

    /// Loss and error of networks that train on after their last training error.
    static func surrogate(_ runs: [SurrogateRun]) -> Figure {
        let epochs = Array(1...runs[0].trainingError.count)
        let perfect = runs.compactMap(\.perfect).map { Double($0 + 1) }.mean
        return Figure(width: 420, height: 200) {
            Row {
                Panel("0–1 loss", x: Axis("epoch"), y: Axis("", including: [0])) {
                    Band(x: epochs, replicates: runs.map(\.trainingError), .standardError).role(.training)
                        .label("training")
                    Band(x: epochs, replicates: runs.map(\.validationError), .standardError).role(.test)
                        .label("fresh images")
                    Rule(x: perfect).role(.muted)
                }
                Panel("negative log-likelihood", x: Axis("epoch"), y: Axis("", including: [0])) {
                    Band(x: epochs, replicates: runs.map(\.trainingLoss), .standardError).role(.training)
                        .label("training")
                    Band(x: epochs, replicates: runs.map(\.validationLoss), .standardError).role(.test)
                        .label("fresh images")
                    Rule(x: perfect).role(.muted)
                }
            }
        }
    }
}
