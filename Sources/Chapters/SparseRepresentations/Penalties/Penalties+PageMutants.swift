import Foundation
import Learning
import Notebook

extension Penalties {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-5E") { $0.studentError = 0.1 },
        Mutant("9-5E") { $0.absoluteLayerError = 0.1 },
        Mutant("9-5E") { $0.studentLayerError = 0.1 },
        Mutant("9-5E") { $0.divergenceLayerError = 0.1 },
        Mutant("9-5E") { $0.curvatureError = 1 },
        Mutant("9-5E") { $0.studentSparsity = $0.squaredSparsity },
        Mutant("9-5E") { $0.targetMisses[0] += 1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("9-5E") { $0.regularized = { $0 - $1 * $2 } },
        Mutant("9-5E") { $0.regularized = { $0 + $1 / 2 * $2 } },
        Mutant("9-5E") { $0.absolute = { 2 * $0.sumOfMagnitudes } },
        Mutant("9-5E") { $0.absolute = { $0.reduce(0, +) } },
        Mutant("9-5E") { $0.studentT = { h, freedom in (freedom + 1) * log(1 + h * h / freedom) } },
        Mutant("9-5E") { $0.studentT = { h, freedom in freedom / 2 * log(1 + h * h / freedom) } },
        Mutant("9-5E") { $0.divergence = { 2 * Equations.chapter.divergence($0, $1) } },
        Mutant("9-5E") { $0.divergence = { Equations.chapter.divergence($1, $0) } },
        Mutant("9-5E") { $0.divergence = { -Equations.chapter.divergence($0, $1) } },
    ]
}
