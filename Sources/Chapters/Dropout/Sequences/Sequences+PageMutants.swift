import Notebook

extension Sequences {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-13X") { $0.dropoutErrors = $0.plainErrors.map { $0 + 1 } }
    ]
}
