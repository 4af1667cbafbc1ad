import Notebook

extension Recurrence {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-16X") { $0.testErrors = $0.testErrors.map { row in [row[0]] + row.dropFirst().map { $0 + 10 } } }
    ]
}
