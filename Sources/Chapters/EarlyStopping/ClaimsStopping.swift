import Learning
import Notebook

extension EarlyStoppingSection {
    static func stoppingClaims(_ results: Results) -> [Claim] {
        let curves = Curves(runs: results.runs)
        let (monitor, algorithm) = (results.monitor, results.algorithm)
        return [
            Claim(
                "7-24X", "Going back to the parameters of the lowest validation loss lowers the error on new images.",
                method: """
                    Paired over runs, on images that were used neither to train nor to choose: the epoch is the one at which the mean \
                    validation loss of the *other* runs is lowest. End of the run minus that epoch, curves smoothed over a tenth of the run.
                    """,
                expecting: .contradicted
            ) {
                Check.positive("loss, end minus stop", differences: curves.rises(of: \.validationLoss))
                Check.positive("misclassified share, end minus stop", differences: curves.rises(of: \.validationError))
            },
            Claim(
                "7-25X", "Stopping early makes training cheaper.",
                method: """
                    Epochs until the stop, patience included, against the \(results.parameters.epochs) that were allowed, with what \
                    validation after each epoch costs added, in multiplications.
                    """,
                expecting: .inconclusive
            ) {
                Check.positive(
                    "share of the cost that is saved",
                    differences: results.runs.map {
                        1 - Double($0.stoppedAfter) * (1 + monitor.ownOverhead) / Double(results.parameters.epochs)
                    })
            },
            Claim(
                "7-27D", equation: "Algorithm 7.1",
                "Patience counts failures to beat the lowest error, even while the error falls; the draft says how often it worsens.",
                method: """
                    \(algorithm.sequences) random sequences of errors: the share in which the algorithm stops elsewhere than after so many \
                    worsenings in a row (as printed) and than after so many failures in a row (corrected).
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "share of sequences that stop elsewhere: worsenings; failures",
                    asPrinted: Double(algorithm.stopsOtherThanWorsening) / Double(algorithm.sequences),
                    corrected: Double(algorithm.stopsOtherThanFailing) / Double(algorithm.sequences), tolerance: 0)
            },
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
            },
        ]
    }
}

extension Curves {
    /// The share of runs in which `value` does not rise from the lowest validation loss to the end.
    func shareWithoutRise(of value: (LearningRun) -> [Double]) -> Double {
        let rises = rises(of: value)
        return Double(rises.count { $0 <= 0 }) / Double(rises.count)
    }
}
