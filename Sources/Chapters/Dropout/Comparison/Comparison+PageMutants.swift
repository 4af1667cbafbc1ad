import Notebook

extension Comparison {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-10X") { $0.errors[5] = $0.errors[5].map { $0 + 1 } },
        Mutant("11-11X") { $0.pretrainedErrors = $0.errors[5] },
        Mutant("11-11X") { $0.pretrainedErrors = $0.pretrainedErrors.map { $0 - 0.05 } },
    ]
}
