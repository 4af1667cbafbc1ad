import Learning
import Notebook

extension EarlyStoppingSection {
    /// What the prose quotes about training on all the data and about the surrogate.
    @PageBuilder
    static func retrainingValues(_ results: Results) -> [PageElement] {
        let runs = results.retraining
        let parameters = results.parameters.retraining
        Value("retrainings", runs.count)
        Value("subtrain-examples", parameters.training)
        Value("held-out-examples", parameters.validation)
        Value("fresh-examples", parameters.test)
        Value("retrain-units", parameters.hiddenUnits)
        Value("retrain-patience", parameters.patience)
        Value("stopped-epoch", runs.map { Double($0.stoppedEpoch) }.mean)
        Value("update-ratio", runs.map(\.updateRatio).mean)
        Value("stopped-error", runs.map(\.stopped.error).mean)
        Value("epochs-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameEpochs.error }))
        Value("updates-gain", Estimate(of: runs.map { $0.stopped.error - $0.sameUpdates.error }))
        Value("epochs-over-updates", Estimate(of: runs.map { $0.sameUpdates.error - $0.sameEpochs.error }))
        Value("continued-gain", Estimate(of: runs.map { $0.stopped.error - $0.continued.error }))
        Value(
            "epochs-over-continued", Estimate(of: runs.map { $0.continued.error - $0.sameEpochs.error }))
        Value("continued-epochs", runs.map { Double($0.continuedEpochs) }.mean)
        endlessValues(results.endless, parameters)
        surrogateValues(results.surrogate)
    }

    @PageBuilder
    private static func endlessValues(_ endless: Endless, _ parameters: RetrainingParameters) -> [PageElement] {
        Value("endless-runs", endless.mislabelled.count)
        Value("endless-cap", parameters.endlessCap)
        Value("label-noise", parameters.labelNoise)
        Value("clean-epochs", endless.clean.map { Double($0.losses.count - 1) }.max() ?? .nan)
        Value("endless-stuck", endless.stuck.count)
        Value("endless-margin", endless.margin)
    }

    @PageBuilder
    private static func surrogateValues(_ runs: [SurrogateRun]) -> [PageElement] {
        let losses = runs.map(\.validationLoss.smoothed)
        let errors = runs.map(\.validationError.smoothed)
        Value("surrogate-runs", runs.count)
        Value("perfect-epoch", runs.compactMap(\.perfect).map { Double($0 + 1) }.mean)
        Value("error-fall", Estimate(of: runs.map { $0.fall(of: $0.validationError) }))
        Value("loss-fall", Estimate(of: runs.map { -$0.fall(of: $0.validationLoss) }))
        Value("loss-turn", lowestMean(losses) + 1)
        Value("error-turn", lowestMean(errors) + 1)
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
