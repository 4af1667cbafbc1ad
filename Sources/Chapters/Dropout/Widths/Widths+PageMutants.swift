import Notebook

extension Widths {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-14X") { swap(&$0.plain, &$0.dropout) },
        Mutant("11-23X") { swap(&$0.plain, &$0.dropout) },
        Mutant("11-23X") { $0.dropout = $0.plain },
    ]
}
