import Learning
import Notebook

extension MultiTaskLearningSection {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-1X") { $0.pooling.errors = $0.pooling.errors.map { $0.reversed() } },
        Mutant("12-1X") { $0.pooling.errors = $0.pooling.errors.map { $0.map { _ in 1 } } },
        Mutant("12-1X") { $0.pooling.shuffled = $0.pooling.errors.map { $0.last ?? .nan } },
        Mutant("12-2X") { $0.subspace.sharedSlope = -0.5 },
        Mutant("12-2X") { $0.subspace.levelError = 0.5 },
        Mutant("12-2X") { $0.subspace.headSlopeInExamples = 0 },
        // Other tasks that help no task, that help without bound, and that leave part of the map unknown.
        Mutant("12-2X") { $0.subspace.jointErrors = $0.subspace.headErrors.map { 2 * $0 } },
        Mutant("12-2X") { $0.subspace.jointErrors = $0.subspace.jointErrors.map { $0 / 3 } },
        Mutant("12-2X") { $0.subspace.jointErrors = $0.subspace.jointErrors.map { $0 + 0.1 } },
        Mutant("12-3X") { $0.relatedness.shared[0] = $0.relatedness.alone[0].map { $0 + 1 } },
        Mutant("12-3X") { $0.relatedness.shared[6] = $0.relatedness.alone[6] },
        Mutant("12-3X") { $0.relatedness.shared[3] = $0.relatedness.shared[2] },
        Mutant("12-4Q") { $0.graph.norms[3][0] = 1e-12 },
        Mutant("12-4Q") { $0.graph.norms[0][1] = 0 },
        Mutant("12-4Q") { $0.graph.differenceError = 1 },
        Mutant("12-4Q") { $0.graph.pooledError = 1 },
        Mutant("12-6X") { $0.toy.single = $0.toy.single.map { $0 + 0.05 } },
        Mutant("12-6X") { $0.toy.single = $0.toy.extraOutput },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("12-2X") { $0.sharedError = { 2 * Equations.chapter.sharedError($0, $1, $2, $3) } },
        Mutant("12-2X") { $0.sharedError = { $0 * Double($1 * $2) / Double($3) } },
        Mutant("12-4Q") { $0.slope = { 1 + $0 * $0 } },
        Mutant("12-4Q") { $0.slope = { 2 * (1 - $0 * $0) } },
        Mutant("12-4Q") { $0.pooledGradient = { $0 - $1 } },
        Mutant("12-4Q") { $0.pooledGradient = { ($0 + $1) / 2 } },
    ]
}
