import Learning
import Notebook

extension Subspace {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-2X") { $0.sharedSlope = -0.5 },
        Mutant("12-2X") { $0.levelError = 0.5 },
        Mutant("12-2X") { $0.headSlopeInExamples = 0 },
        // Other tasks that help no task, that help without bound, and that leave part of the map unknown.
        Mutant("12-2X") { $0.jointErrors = $0.headErrors.map { 2 * $0 } },
        Mutant("12-2X") { $0.jointErrors = $0.jointErrors.map { $0 / 3 } },
        Mutant("12-2X") { $0.jointErrors = $0.jointErrors.map { $0 + 0.1 } },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("12-2X") { $0.sharedError = { 2 * Equations.chapter.sharedError($0, $1, $2, $3) } },
        Mutant("12-2X") { $0.sharedError = { $0 * Double($1 * $2) / Double($3) } },
    ]
}
