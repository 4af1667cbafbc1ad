import Notebook

extension Growing {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-12X") { $0.grownTraining = $0.grownTraining.map { $0.reversed() } },
        Mutant("10-12X") { $0.grownTest = $0.grownTraining },
        Mutant("10-12X") { $0.baggedTraining = $0.grownTraining },
    ]
}
