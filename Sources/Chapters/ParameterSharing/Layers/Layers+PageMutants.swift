import Notebook

extension Layers {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-4E") { $0.counts[1] += 1 },
        Mutant("8-4E") { $0.bytes[0] *= 2 },
        Mutant("8-4E") { $0.copiedError = 0.1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("8-4E") { $0.sharedCount = { side, inputs, channels, _ in side * side * inputs * channels } },
        Mutant("8-4E") {
            $0.localCount = { side, inputs, channels, places in (places * side * side * inputs + 1) * channels }
        },
        Mutant("8-4E") { $0.denseCount = { pixels, channels, places in 2 * (pixels + 1) * channels * places } },
    ]
}
