import Learning
import Notebook

extension Relatives {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-20D") { $0.productError = 0.1 },
        Mutant("11-20D") { $0.connectGap = 0 },
        Mutant("11-20D") { $0.dropoutError = 0.1 },
        Mutant("11-21X") { $0.poolingError = 0.1 },
        Mutant("11-21X") { $0.maximumGap = 0 },
        Mutant("11-21X") { $0.poolingFunctions = 1 },
        Mutant("11-21X") { $0.nonlinearGap = 0 },
        Mutant("11-21X") { $0.averagedErrors = $0.singleErrors },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-20D") { $0.subModel = { $0.transposedTimes(zip($2, $3).map { 2 * $0 * $1 }).adding($1) } },
        Mutant("11-21X") {
            $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { $0 / 2 }) }
        },
        Mutant("11-21X") { $0.poolingShares = { $0.map { _ in 0.25 } } },
        Mutant("11-21X") { $0.poolingShares = { $0.scaled(by: 2 / $0.reduce(0, +)) } },
    ]
}
