import Networks
import Notebook

extension LearningCurves {
    @PageBuilder
    static func curveClaims(_ curves: CurveSet) -> [PageElement] {
        Claim(
            "7-1X", equation: "Figure 7.3",
            "Training loss keeps falling while validation loss turns and rises again, in an asymmetric U.",
            method: """
                Paired over runs, on curves smoothed over a tenth of the run. The minimum's epoch is taken from the mean of the *other* runs, so that a run's own \
                fluctuations cannot choose it.
                """
        ) {
            Check.positive("validation loss, end minus minimum", differences: curves.rises(of: \.validationLoss))
            Check.positive(
                "training loss, minimum's epoch minus end",
                differences: curves.rises(of: \.trainingLoss).map { -$0 })
            Check.positive("fall per epoch minus rise per epoch", differences: curves.asymmetries)
        }
        Claim(
            "7-8X", "The best generalization is not at a local minimum of the training objective.",
            method: """
                The same runs at the epoch of lowest validation loss and at the end: the training loss, and the norm of its \
                gradient, both without dropout.
                """
        ) {
            Check.positive(
                "fall of the training loss still to come", differences: curves.rises(of: \.trainingLoss).map { -$0 }
            )
            Check.positive(
                "gradient norm at the best epoch minus that at the end",
                differences: curves.runs.map { $0.slopeAtBest - $0.slopeAtEnd })
        }
    }

    @PageBuilder
    static func stoppingClaims(_ results: Results, _ parameters: Parameters, _ curves: CurveSet) -> [PageElement] {
        Claim(
            "7-24X", "Going back to the parameters of the lowest validation loss lowers the error on new images.",
            method: """
                Paired over runs, on \(parameters.testExamples) test images, which were used neither to train nor to choose: each \
                run's last parameters against those of its own lowest validation loss.
                """,
            expecting: Expectation(.contradicted, except: [.full: .inconclusive])
        ) {
            Check.positive(
                "loss, last minus returned", differences: results.runs.map { $0.last.loss - $0.returned.loss })
            Check.positive(
                "misclassified share, last minus returned",
                differences: results.runs.map { $0.last.error - $0.returned.error })
        }
        Claim(
            "7-25X", "Stopping early makes training cheaper.",
            method: """
                Epochs until the stop, patience included, against the \(parameters.training.epochs) that were allowed, with what \
                validation after each epoch costs added, in multiplications.
                """,
            expecting: Expectation(.inconclusive, except: [.full: .holds])
        ) {
            Check.positive(
                "share of the cost that is saved", differences: results.savedShares(of: parameters.training.epochs))
        }
        Claim(
            "7-28D", "It is the validation loss that begins to rise; the error that is counted need not.",
            method: """
                The runs of Figure 7.3: the share of them whose misclassified share, and whose loss, does not end above its value at \
                the lowest validation loss.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "share of runs without a rise: misclassified share; loss",
                asPrinted: curves.shareWithoutRise(of: \.validationError),
                corrected: curves.shareWithoutRise(of: \.validationLoss), tolerance: 0.2)
        }
    }
}
