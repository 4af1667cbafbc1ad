import Foundation
import Notebook
import Plots
import Statistics

extension FastTraining: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("fast", Self.figure(results))
        Value("fast-replicates", results.logistic.count)
        Value("fast-most-updates", results.updates)
        Value("random-updates", Estimate(of: results.logistic.map(\.randomUpdates)))
        Value("averaged-updates", Estimate(of: results.logistic.map(\.averagedUpdates)))
        Value("random-test-error", Estimate(of: results.logistic.map(\.randomError)))
        Value("averaged-test-error", Estimate(of: results.logistic.map(\.averagedError)))
        Value("hidden-random-updates", Estimate(of: results.hidden.map(\.randomUpdates)))
        Value("hidden-averaged-updates", Estimate(of: results.hidden.map(\.averagedUpdates)))
        Value("hidden-random-error", Estimate(of: results.hidden.map(\.randomError)))
        Value("hidden-averaged-error", Estimate(of: results.hidden.map(\.averagedError)))
        Value("objective-error", results.objectiveError(results.logistic))
        Value("hidden-objective-error", results.objectiveError(results.hidden))
        Value("linear-penalty-error", results.linearError)
        Claim(
            "11-18X",
            "The noise is not needed: with the masks averaged out training converges faster to the same error.",
            method: """
                Logistic regression on threes and eights with dropout on inputs, and networks of \(parameters.hiddenUnits) rectifiers \
                with dropout on inputs and hidden units; the same minibatches and the same choice of rates: updates until the objective \
                is within 5 % of its lower end, with random masks over with normal sums averaged out; the objective of both is the mean over \
                the same 20 random masks an image. For linear regression the average \
                is a closed form.
                """
        ) {
            for (name, pairs) in [("logistic regression", results.logistic), ("hidden layer", results.hidden)] {
                Check.positive(
                    "\(name): logarithm of the ratio of updates",
                    differences: pairs.map { log($0.randomUpdates / $0.averagedUpdates) })
                Check.error(
                    "\(name): difference of the mean test errors",
                    pairs.map(\.randomError).mean - pairs.map(\.averagedError).mean, atMost: 0.015)
            }
            Check.error(
                "logistic regression: largest relative error of the objective",
                results.objectiveError(results.logistic),
                atMost: 0.05)
            Check.error("linear regression: error of the closed form", results.linearError, atMost: 1e-12)
        }
    }

    private static func figure(_ fast: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Objective of dropout against updates") {
            Row {
                for (title, pairs) in [("logistic regression", fast.logistic), ("hidden layer", fast.hidden)] {
                    Panel(title, x: Axis("updates"), y: Axis("objective, averaged over masks"), legend: .top) {
                        Band(x: pairs[0].steps, replicates: pairs.map(\.randomCurve)).role(.series(1)).dash(.solid)
                            .label("random masks")
                        Band(x: pairs[0].steps, replicates: pairs.map(\.averagedCurve)).role(.series(2))
                            .label("averaged out")
                    }
                }
            }
        }
    }
}

extension FastTraining.Results {
    /// The largest relative distance of the normal approximation's objective from that of random masks.
    func objectiveError(_ pairs: [FastTraining.Pair]) -> Double { pairs.map(\.objectiveError).max() ?? .nan }
}

extension FastTraining {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-18X") { $0.logistic.updateEach { swap(&$0.randomUpdates, &$0.averagedUpdates) } },
        Mutant("11-18X") { $0.hidden.updateEach { swap(&$0.randomUpdates, &$0.averagedUpdates) } },
        Mutant("11-18X") { $0.logistic.updateEach { $0.averagedError += 0.1 } },
        Mutant("11-18X") { $0.hidden.updateEach { $0.averagedError += 0.1 } },
        Mutant("11-18X") { $0.logistic[0].objectiveError = 0.2 },
        Mutant("11-18X") { $0.linearError = 0.2 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-18X") { $0.linearPenalty = { keep, d, w in -Equations.chapter.linearPenalty(keep, d, w) } },
        Mutant("11-18X") { $0.linearPenalty = { keep, d, w in 2 * Equations.chapter.linearPenalty(keep, d, w) } },
    ]
}
