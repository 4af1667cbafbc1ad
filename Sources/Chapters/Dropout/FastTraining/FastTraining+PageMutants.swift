import Learning
import Notebook

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
