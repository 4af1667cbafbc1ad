import Learning
import Notebook

extension EarlyStoppingSection {
    static func retrainingClaims(_ results: Results) -> [Claim] {
        [
            retrainingOnAll(results.retraining), goingOn(results.retraining), endless(results.endless),
            surrogate(results.surrogate),
        ]
    }

    private static func retrainingOnAll(_ runs: [Retraining]) -> Claim {
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
    }

    private static func goingOn(_ runs: [Retraining]) -> Claim {
        Claim(
            "7-10X", equation: "Algorithm 7.3",
            "Going on from the early stop on all the data, until the validation loss is down to the stored training loss, beats the early stop.",
            method: """
                The same repetitions. The loop starts from $\\theta^*$ of Algorithm 7.1 and looks at the loss after each epoch; \
                misclassified share of fresh images, one pair each.
                """
        ) {
            Check.positive(
                "error of the early stop minus that of continued training",
                differences: runs.map { $0.stopped.error - $0.continued.error })
        }
    }

    private static func endless(_ endless: Endless) -> Claim {
        Claim(
            "7-11E", equation: "Algorithm 7.3", "Continued training may never end: the loop needs a cap.",
            method: """
                Scripted losses against the definition; then networks under weight decay, which cannot memorize everything, with \
                the validation labels as they are and with some of them wrong.
                """
        ) {
            Check.all(
                "scripted loops that ended at the first loss below the target, or at the cap", endless.rightEnds,
                of: endless.sequences)
            Check.all(
                "networks with correct labels that ended by themselves", endless.clean.count { $0.reached },
                of: endless.clean.count)
            Check.number(
                "networks with wrong labels that reached the cap, of \(endless.mislabelled.count)",
                Double(endless.stuck.count), .atLeast(1))
            Check.number(
                "how far their lowest validation loss stayed above its target, the mean", endless.margin, .above(0))
            Check.number(
                "how much of that distance the last quarter of the epochs still took away, the mean share",
                endless.lateShare, .atMost(0.25))
        }
    }

    private static func surrogate(_ runs: [SurrogateRun]) -> Claim {
        let perfect = runs.filter { $0.perfect != nil }
        return Claim(
            "7-12X",
            "After the last training image is classified correctly, the log-likelihood of the training set continues to improve, and with it the error on new images.",
            method: """
                Networks without dropout or decay, each on images of its own. The first epoch without a training error against the mean \
                over the last tenth of the run.
                """
        ) {
            Check.all("runs that reach training error 0", perfect.count, of: runs.count)
            Check.positive(
                "fall of the error on new images since then",
                differences: perfect.map { $0.fall(of: $0.validationError) })
            Check.positive(
                "fall of the training loss since then", differences: perfect.map { $0.fall(of: $0.trainingLoss) })
        }
    }
}

extension Endless {
    /// The networks that ran into the cap.
    var stuck: [GoingOn] { mislabelled.filter { !$0.reached } }

    /// How far their lowest validation loss stayed above its target, the mean.
    var margin: Double { stuck.map(\.margin).mean }

    /// The share of the distance to the target that the last quarter of the epochs took away, the mean.
    var lateShare: Double {
        stuck.map { run in
            let before = run.losses.prefix(run.losses.count * 3 / 4).min() ?? .nan
            return 1 - run.margin / (before - run.target)
        }.mean
    }
}

extension SurrogateRun {
    /// How far `curve` has fallen from the first epoch without a training error to the last tenth of the run.
    func fall(of curve: [Double]) -> Double {
        guard let perfect else { return .nan }
        let last = curve.suffix(max(1, curve.count / 10))
        return curve[perfect] - last.reduce(0, +) / Double(last.count)
    }
}

extension [CurveShape] {
    /// All runs, and those whose validation loss turned.
    var runs: Int { reduce(0) { $0 + $1.runs } }
    var turned: Int { reduce(0) { $0 + $1.turned } }
}
