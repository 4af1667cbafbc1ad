import Notebook

extension Flatness {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-12X") { swap(&$0.plainRises, &$0.noisyRises) },
        Mutant("6-12X") { $0.noisyRises = $0.plainRises },
    ]
}
