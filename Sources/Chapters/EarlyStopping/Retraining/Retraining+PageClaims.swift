import Networks
import Notebook

extension Retraining {
    @PageBuilder
    static func claims(_ results: Results) -> [PageElement] {
        let runs = results.runs
        Claim(
            "7-9X", equation: "Algorithm 7.2",
            "Training a new network on all the data, for the time that early stopping found, beats the early stop; for as many epochs rather than updates where overfitting is the concern.",
            method: """
                Repetitions with images and random numbers of their own. Misclassified share of new images, one pair each: the early \
                stop, a restart on all images for as many epochs, and one for as many updates.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            Check.positive(
                "error of the early stop minus that of as many epochs",
                differences: runs.map { $0.stopped.error - $0.sameEpochs.error })
            Check.positive(
                "error of the early stop minus that of as many updates",
                differences: runs.map { $0.stopped.error - $0.sameUpdates.error })
            Check.positive(
                "error of as many updates minus that of as many epochs",
                differences: runs.map { $0.sameUpdates.error - $0.sameEpochs.error })
        }
        Claim(
            "7-10X", equation: "Algorithm 7.3",
            "Continuing from the early stop with all the data, until the validation loss is down to the stored training loss, beats the early stop.",
            method: """
                The same repetitions. The loop starts from $\\theta^*$ of Algorithm 7.1 and looks at the loss after each epoch; \
                misclassified share of new images, one pair each. Control: as many more updates on the old images alone, for the \
                error may fall after the stop whatever the images.
                """
        ) {
            Check.positive(
                "error of the early stop minus that of continued training",
                differences: runs.map { $0.stopped.error - $0.continued.error })
            Check.positive(
                "error of the control minus that of continued training",
                differences: runs.map { $0.control.error - $0.continued.error })
        }
        Claim(
            "7-26X", equation: "Algorithm 7.2",
            "Where optimization is the difficulty, retraining for as many updates serves as well as for as many epochs.",
            method: """
                The same repetitions at a learning rate so low that training ends far from a minimum. Misclassified share of new images \
                after a restart on all images; as well is taken for half a percentage point.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "half a point minus the error of as many updates beyond that of as many epochs",
                differences: results.slow.map { 0.005 - ($0.sameUpdates.error - $0.sameEpochs.error) })
        }
    }
}
