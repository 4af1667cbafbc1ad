import Notebook

extension BaggingSection {
    static func baggedTrees(_ learners: [BaggedLearner]) -> Claim {
        Claim(
            "10-7X", "Bagging lowers the error of unstable learners such as trees; stable learners gain nothing.",
            method: """
                New training sets; on each the learner alone and the average or vote of bootstrap copies. A single tree's \
                minimum leaf size is chosen on a held-out third, bagged trees grow fully. Error on new examples saved, \
                relative, one pair per training set; a stable learner may gain or lose 5 % at most, interval included.
                """
        ) {
            for learner in learners where learner.learner == .tree {
                Check.positive(
                    "share of a tree's error that bagging saves, \(learner.task.rawValue)", differences: learner.gains)
            }
            for learner in learners where learner.learner != .tree {
                let gain = Estimate(of: learner.gains)
                Check.number(
                    "the same for \(learner.learner.rawValue) on \(learner.task.rawValue), farthest end of its interval from 0",
                    abs(gain.mean) + gain.halfWidth, .atMost(0.05))
            }
        }
    }

    static func networkEnsembles(_ results: Results) -> Claim {
        Claim(
            "10-8X",
            "Networks trained on the same data with other random numbers still make partly independent errors: their average has a lower error, on every task tried.",
            method: """
                Several training sets of each task, on each the same number of networks with different seeds. Difference of the members' \
                mean error and the error of their average on new examples, one pair for each training set.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            let networks = results.networks
            Check.positive(
                "gain in misclassified share, digits",
                differences: networks.map { $0.memberErrorRate - $0.ensembleErrorRate })
            Check.positive(
                "gain in squared error, digits",
                differences: networks.map { $0.squaredErrors[0] - $0.squaredErrors[$0.squaredErrors.count - 1] })
            for task in results.tabular {
                Check.positive(
                    "gain in squared error, \(task.task.rawValue)",
                    differences: zip(task.member, task.average).map { $0 - $1 })
            }
            if let published = results.published {
                Check.positive(
                    "gain in misclassified share, networks of the published size",
                    differences: published.memberErrorRates.map { $0 - published.averageErrorRate })
            }
        }
    }

    static func boosting(_ stumps: StumpEnsembles) -> Claim {
        Claim(
            "10-11X", "Boosting raises the capacity of its members instead of regularizing them.",
            method: """
                Stumps on two classes of the waveform problem, boosted by AdaBoost and bagged: misclassified share of the training set, \
                over training sets drawn anew.
                """
        ) {
            Check.all(
                "training sets that boosted stumps learn without an error",
                stumps.boostedTraining.count { $0.last == 0 },
                of: stumps.boostedTraining.count)
            Check.positive(
                "training error of bagged stumps minus that of boosted ones",
                differences: zip(stumps.baggedTraining, stumps.boostedTraining).map {
                    ($0.last ?? .nan) - ($1.last ?? .nan)
                })
        }
    }

    static func growing(_ growing: GrowingNetworks) -> Claim {
        Claim(
            "10-12X", "Boosting also grows one network by adding hidden units, whose capacity grows with them.",
            method: """
                Friedman 1, training sets drawn anew. Each new unit is fitted to the residual of the others; for comparison, units that \
                are each fitted to a bootstrap resample and averaged. Mean squared error on the training set.
                """
        ) {
            let steps = growing.grownTraining.flatMap { curve in zip(curve, curve.dropFirst()).map { $1 <= $0 } }
            Check.all("added units that did not raise the training error", steps.count { $0 }, of: steps.count)
            Check.positive(
                "share of one unit's training error that the grown network saves",
                differences: growing.grownTraining.map { 1 - ($0.last ?? .nan) / $0[0] })
            Check.positive(
                "training error of averaged units minus that of the grown network",
                differences: zip(growing.baggedTraining, growing.grownTraining).map {
                    ($0.last ?? .nan) - ($1.last ?? .nan)
                })
        }
    }
}
