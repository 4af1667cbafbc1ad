import Networks
import Notebook
import Plots
import Statistics

extension Retraining: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let runs = results.runs
        PageFigure("retraining", Self.figure(runs))
        Value("retrainings", runs.count)
        Value("stopped-epoch", runs.map { Double($0.stoppedEpoch) }.mean)
        Value("update-ratio", runs.map(\.updateRatio).mean)
        Value("stopped-error", runs.map(\.stopped.error).mean)
        Value("epochs-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameEpochs.error }))
        Value("updates-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameUpdates.error }))
        Value("epochs-over-updates", Estimate(of: runs.map { $0.sameUpdates.error - $0.sameEpochs.error }))
        Value("continued-gain", Estimate(of: runs.map { $0.stopped.error - $0.continued.error }))
        Value("control-gain", Estimate(of: runs.map { $0.stopped.error - $0.control.error }))
        Value("continued-over-control", Estimate(of: runs.map { $0.control.error - $0.continued.error }))
        Value("epochs-over-continued", Estimate(of: runs.map { $0.continued.error - $0.sameEpochs.error }))
        Value("continued-epochs", runs.map { Double($0.continuedEpochs) }.mean)
        Value("slow-epochs", results.slow.map { Double($0.stoppedEpoch) }.mean)
        Value("slow-error", results.slow.map(\.stopped.error).mean)
        Value("slow-epochs-over-updates", Estimate(of: results.slow.map { $0.sameUpdates.error - $0.sameEpochs.error }))
        Self.claims(results)
    }

    /// Error on new images after each of the algorithms, repetition by repetition.
    private static func figure(_ runs: [Run]) -> Figure {
        let kinds: [(String, KeyPath<Run, Evaluation>)] = [
            ("early stop", \.stopped), ("same updates", \.sameUpdates), ("same epochs", \.sameEpochs),
            ("continued", \.continued), ("old images only", \.control),
        ]
        let places = kinds.indices.map { Double($0 + 1) }
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("", in: 0.5...5.5, ticks: .labelled(zip(places, kinds).map { Tick($0, $1.0) })),
                y: Axis("misclassified share")
            ) {
                for run in runs {
                    Line(x: places, y: kinds.map { run[keyPath: $0.1].error }).role(.muted).lineWidth(0.5)
                }
                Points(x: places, y: kinds.map { kind in runs.map { $0[keyPath: kind.1].error }.mean }).role(.test)
                    .marker(.diamond, size: 6)
            }
        }
    }
}

extension Retraining {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.stopped, &$0.sameEpochs) } },
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.stopped, &$0.sameUpdates) } },
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.sameUpdates, &$0.sameEpochs) } },
        Mutant("7-10X") { $0.runs.updateEach { swap(&$0.stopped, &$0.continued) } },
        Mutant("7-10X") { $0.runs.updateEach { swap(&$0.control, &$0.continued) } },
        Mutant("7-26X") { $0.slow.updateEach { swap(&$0.sameUpdates, &$0.sameEpochs) } },
    ]
}
