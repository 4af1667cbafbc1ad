import Notebook

extension Networks {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-6X") { $0.convolution[0] = $0.dense[0].map { $0 + 0.1 } },
        Mutant("8-6X") { $0.local[0] = $0.convolution[0].map { $0 - 0.1 } },
        Mutant("8-6X") { $0.dense[$0.dense.count - 1] = $0.dense[$0.dense.count - 1].map { $0 + 0.5 } },
    ]
}
