import Notebook

extension Attacks {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-1X") { $0.arms.change(.softmax) { $0.errors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.searchErrors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.searchErrors = $0.randomErrors } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.randomErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-2E") { $0.arms.change(.network) { $0.smallestSize = 0.3 } },
        Mutant("13-2E") { $0.arms.change(.network) { $0.confidences = $0.confidences.map { _ in 0.2 } } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.printedRMS = 0.4 * $0.otherRMS } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.movedRMS = $0.otherRMS } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.errors = $0.errors.indices.map { _ in 0 } } },
        Mutant("13-4X") { $0.arms.change(.network) { $0.linearity = 0.5 } },
        Mutant("13-4X") { $0.arms.exchange(.network, .radialBasis) },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("13-1X") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? 1 : -1 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.printedPerturbation = { $0 > 0 ? 0.01 : -0.01 } },
    ]
}
