import Notebook

extension Retraining {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.stopped, &$0.sameEpochs) } },
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.stopped, &$0.sameUpdates) } },
        Mutant("7-9X") { $0.runs.updateEach { swap(&$0.sameUpdates, &$0.sameEpochs) } },
        Mutant("7-10X") { $0.runs.updateEach { swap(&$0.stopped, &$0.continued) } },
        Mutant("7-10X") { $0.runs.updateEach { swap(&$0.control, &$0.continued) } },
        Mutant("7-26X") { $0.slow.updateEach { swap(&$0.sameUpdates, &$0.sameEpochs) } },

    ]
}
