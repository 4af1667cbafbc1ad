import Notebook

extension Schemes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-2X") { $0.connected = $0.connected.map { $0.map { -$0 } } },
        Mutant("5-2X") { $0.convolutional = $0.convolutional.map { $0.map { -$0 } } },
        Mutant("5-2X") { $0.connected.updateEach { $0[1] = $0[0] } },
        Mutant("5-9X") { swap(&$0.connected, &$0.convolutional) },
        Mutant("5-9X") { $0.connected.updateEach { $0[5] = $0[0] } },
    ]
}
