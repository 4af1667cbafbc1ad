import Notebook

extension Stumps {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-11X") { $0.boostedTraining[0] = $0.baggedTraining[0] },
        Mutant("10-11X") { swap(&$0.boostedTraining, &$0.baggedTraining) },
        Mutant("10-11X") { $0.baggedTraining = $0.boostedTraining },
    ]
}
