import Foundation
import Learning
import Notebook

extension Filters {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-19E") { $0.products[0] = 0.9 },
        Mutant("7-19E") { $0.correctionError = 0.1 },
        Mutant("7-20E") { $0.largestRatio = 2 },
        Mutant("7-20E") { $0.largestGap = 0.3 },
        Mutant("7-21X") {
            for place in stride(from: 0, to: $0.matchedProducts.count, by: 5) { $0.matchedProducts[place] = 9 }
        },
        Mutant("7-21X") { $0.matchedProducts = $0.matchedProducts.map { 9 * $0 } },
        Mutant("7-21X") { $0.matchedGaps = $0.matchedGaps.map { 1 + $0 } },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("7-19E") { $0.equivalentSteps = { l, eta, a in 2 * log1p(l / a) / -log1p(-eta * l) } },
        Mutant("7-19E") { $0.equivalentDecay = { tau, eta in 2 / (tau * eta) } },
        Mutant("7-20E") { $0.decayedShare = { l, a in 1 - a / (2 * l + a) } },
        Mutant("7-20E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } },
    ]
}
