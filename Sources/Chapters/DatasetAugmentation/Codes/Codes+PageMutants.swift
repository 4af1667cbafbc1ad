import Notebook

extension Codes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-10X") { $0.denoising = $0.plain.map { $0 + 0.1 } },
        Mutant("5-10X") { $0.denoising = $0.plain },
    ]
}
