import Foundation
import Notebook

extension Resamples {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-5E") { $0.countingError = 1e-6 },
        Mutant("10-5E") { $0.distinctSample = Estimate(of: [0.5, 0.51, 0.49]) },
        Mutant("10-5E") { $0.repeatedSample = Estimate(of: [0.5, 0.51, 0.49]) },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("10-5E") { $0.distinctShare = { n in pow(1 - 1 / Double(n), Double(n)) } },
        Mutant("10-5E") { $0.repeatedShare = { n in 1 - 2 * pow(1 - 1 / Double(n), Double(n)) } },
        Mutant("10-5E") { $0.completeProbability = { n in 1 / Double(n) } },
    ]
}
