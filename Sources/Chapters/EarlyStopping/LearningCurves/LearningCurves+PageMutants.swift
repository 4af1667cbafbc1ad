import Learning
import Notebook

extension LearningCurves {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-1X") { $0.runs.updateEach { $0.validationLoss = $0.trainingLoss } },
        Mutant("7-1X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },
        Mutant("7-8X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },
        Mutant("7-8X") { $0.runs.updateEach { swap(&$0.slopeAtBest, &$0.slopeAtEnd) } },
        Mutant("7-24X") {
            $0.runs.updateEach { $0.last = Evaluation(loss: $0.last.loss, error: $0.returned.error + 0.1) }
        },
        Mutant("7-25X") { $0.stops = $0.stops.indices.map { 10 + $0 } },
        Mutant("7-28D") { $0.runs.updateEach { $0.validationError = $0.validationLoss } },
        Mutant("7-28D") { $0.runs.updateEach { $0.validationLoss = $0.trainingLoss } },

    ]
}
