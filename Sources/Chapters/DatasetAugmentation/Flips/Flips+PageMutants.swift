import Notebook

extension Flips {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-4X") { swap(&$0.plain, &$0.turned) },
        Mutant("5-4X") { swap(&$0.plainLetters, &$0.mirroredLetters) },
        Mutant("5-4X") { $0.mirroredLetters = $0.plainLetters },
    ]
}
