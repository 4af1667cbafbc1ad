import Learning
import Notebook

extension Displays {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-1E") { $0.parametersError = 1 },
        Mutant("9-2D") { $0.printedError = 0 },
        Mutant("9-2D") { $0.mendedError = 18 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("9-1E") { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } },
        Mutant("9-1E") { $0.product = { matrix, vector in (matrix * vector).scaled(by: 2) } },
        Mutant("9-2D") { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } },
    ]
}
