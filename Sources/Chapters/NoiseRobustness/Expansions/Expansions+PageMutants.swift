import Learning
import Notebook

extension Expansions {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-2E") { $0.input.termsError = 1e-3 },
        Mutant("6-2E") { $0.input.taylorPower = 2 },
        Mutant("6-3E") { $0.input.objectivePower = 1 },
        Mutant("6-3E") { $0.input.exactError = 0.1 },
        Mutant("6-9E") { $0.weight.termsError = 0.1 },
        Mutant("6-9E") { $0.weight.taylorPower = 2 },
        Mutant("6-9E") { $0.weight.drawPower = 2 },
        Mutant("6-10D") { $0.weight.printedMiss = 0 },
        Mutant("6-10D") { $0.weight.correctedMiss = 1 },
        Mutant("6-10D") { $0.weight.objectivePower = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("6-2E") { $0.cost = { ($0 + $1) * ($0 + $1) } },
        Mutant("6-2E") { $0.threeTerms = { $0 + 2 * $1 + $2 } },
        Mutant("6-2E") { $0.taylor = { $0 + $3.dot($1) + $3.dot($2 * $3) } },
        Mutant("6-3E") { $0.inputNoise = { $0 + $1 * $2 + $1 * $3 / 2 } },
        Mutant("6-3E") { $0.inputNoise = { $0 - $1 * $2 + $1 * $3 } },
        Mutant("6-9E") { $0.cost = { 2 * ($0 - $1) * ($0 - $1) } },
        Mutant("6-9E") { $0.threeTerms = { $0 - $1 + $2 } },
        Mutant("6-9E") { $0.taylor = { $0 - $3.dot($1) + $3.dot($2 * $3) / 2 } },
        Mutant("6-9E") { $0.weightDraw = { $0 * $2 / 2 + $1 * $1 } },
        Mutant("6-9E") { $0.weightDraw = { -$0 * $2 + $1 * $1 } },
        Mutant("6-10D") { $0.weightNoise = { $0 + $1 * $2 + 2 * $1 * $3 } },
    ]
}
