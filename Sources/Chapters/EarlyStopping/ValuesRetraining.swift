import Learning
import Notebook

extension EarlyStoppingSection {
    /// What the prose quotes about training on all the data and about the surrogate.
    @PageBuilder
    static func retrainingValues(_ results: Results) -> [PageElement] {
        let runs = results.retraining
        let parameters = results.parameters.retraining
        PageElement.value("retrainings", runs.count)
        PageElement.value("subtrain-examples", parameters.training)
        PageElement.value("held-out-examples", parameters.validation)
        PageElement.value("fresh-examples", parameters.test)
        PageElement.value("retrain-units", parameters.hiddenUnits)
        PageElement.value("retrain-patience", parameters.patience)
        PageElement.value("stopped-epoch", runs.map { Double($0.stoppedEpoch) }.mean)
        PageElement.value("update-ratio", runs.map(\.updateRatio).mean)
        PageElement.value("stopped-error", runs.map(\.stopped.error).mean)
        PageElement.value("epochs-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameEpochs.error }))
        PageElement.value("updates-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameUpdates.error }))
        PageElement.value("epochs-over-updates", Estimate(of: runs.map { $0.sameUpdates.error - $0.sameEpochs.error }))
        PageElement.value("continued-gain", Estimate(of: runs.map { $0.stopped.error - $0.continued.error }))
        PageElement.value(
            "epochs-over-continued", Estimate(of: runs.map { $0.continued.error - $0.sameEpochs.error }))
        PageElement.value("continued-epochs", runs.map { Double($0.continuedEpochs) }.mean)
        endlessValues(results.endless, parameters)
        surrogateValues(results.surrogate)
    }

    @PageBuilder
    private static func endlessValues(_ endless: Endless, _ parameters: RetrainingParameters) -> [PageElement] {
        PageElement.value("endless-runs", endless.mislabelled.count)
        PageElement.value("endless-cap", parameters.endlessCap)
        PageElement.value("label-noise", parameters.labelNoise)
        PageElement.value("clean-epochs", endless.clean.map { Double($0.losses.count - 1) }.max() ?? .nan)
        PageElement.value("endless-stuck", endless.stuck.count)
        PageElement.value("endless-margin", endless.margin)
    }

    @PageBuilder
    private static func surrogateValues(_ runs: [SurrogateRun]) -> [PageElement] {
        let losses = runs.map(\.validationLoss.smoothed)
        let errors = runs.map(\.validationError.smoothed)
        PageElement.value("surrogate-runs", runs.count)
        PageElement.value("perfect-epoch", runs.compactMap(\.perfect).map { Double($0 + 1) }.mean)
        PageElement.value("error-fall", Estimate(of: runs.map { $0.fall(of: $0.validationError) }))
        PageElement.value("loss-fall", Estimate(of: runs.map { -$0.fall(of: $0.validationLoss) }))
        PageElement.value("loss-turn", lowestMean(losses) + 1)
        PageElement.value("error-turn", lowestMean(errors) + 1)
    }

    /// The place at which the mean of `curves` is lowest.
    private static func lowestMean(_ curves: [[Double]]) -> Int {
        let totals = curves[0].indices.map { place in curves.reduce(0) { $0 + $1[place] } }
        return totals.indices.min { totals[$0] < totals[$1] } ?? 0
    }

    /// Whose validation loss turns.
    static func shapes(_ shapes: [CurveShape]) -> Table {
        Table(
            "shapes",
            columns: [
                .init("network"), .init("images"), .init("runs that turn"), .init("of"),
                .init("lowest at epoch", digits: 2), .init("rise to the end, %", digits: 2),
            ],
            rows: shapes.map { shape in
                [
                    .text(shape.model.rawValue), .count(shape.examples), .count(shape.turned), .count(shape.runs),
                    .number(shape.bestEpoch), .number(100 * shape.rise),
                ]
            })
    }
}
