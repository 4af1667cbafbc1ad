import Notebook

extension Generalization {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        // Autoencoders that gain.
        Mutant("9-6X") { $0.autoencoderGains = $0.autoencoderGains.map { -$0 } }
    ]
}
