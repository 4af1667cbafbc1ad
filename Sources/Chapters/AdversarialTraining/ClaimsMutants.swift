import Learning
import Notebook

extension AdversarialTrainingSection {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-1X") { $0.change(.softmax) { $0.errors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.change(.network) { $0.searchErrors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.change(.network) { $0.searchErrors = $0.randomErrors } },
        Mutant("13-1X") { $0.change(.network) { $0.randomErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-2E") { $0.change(.network) { $0.leastSize = 0.3 } },
        Mutant("13-2E") { $0.change(.network) { $0.confidences = $0.confidences.map { _ in 0.2 } } },
        Mutant("13-8D") { $0.change(.network) { $0.printedRMS = 0.05 } },
        Mutant("13-8D") { $0.change(.network) { $0.movedRMS = 0.25 } },
        Mutant("13-8D") { $0.change(.network) { $0.errors = $0.errors.indices.map { _ in 0 } } },
        Mutant("13-3X") { $0.exchange(.network, .networkAdversarial) },
        Mutant("13-3X") { results in
            let plain = results.measurements(.network)
            results.change(.networkAdversarial) { $0.cleanError = plain[0].cleanError }
        },
        Mutant("13-4X") { $0.change(.network) { $0.linearity = 0.5 } },
        Mutant("13-4X") { $0.exchange(.network, .radialBasis) },
        Mutant("13-5D") { $0.linear.boxMiss = 0.1 },
        Mutant("13-5D") { $0.linear.printedMiss = 0 },
        Mutant("13-6E") { $0.linear.signedReaches = $0.linear.randomReaches },
        Mutant("13-6E") { $0.linear.randomReaches = $0.linear.signedReaches },
        Mutant("13-7X") { $0.exchange(.network, .networkAdversarial) },
        Mutant("13-7X") { $0.change(.networkAdversarial) { $0.slopeNorm = 100 } },
        Mutant("13-7X") { $0.change(.networkAdversarial) { $0.searchErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-7X") { $0.change(.networkAdversarial) { $0.searchCosts = [100, 100] } },
        Mutant("13-7X") { $0.exchange(.networkNoise, .networkAdversarial) },
        // A network whose gradient hides: one step finds nothing, a search finds everything.
        Mutant("13-7X") { results in
            let masked = results.measurements(.networkLargeStep)
            results.change(.networkAdversarial) { place, replicate in
                replicate.searchErrors = masked[place].searchErrors?.map { _ in 1 }
                replicate.errors = masked[place].errors.map { _ in 0 }
            }
        },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("13-5D") { $0.reach = { 2 * $0 * $1.sumOfMagnitudes } },
        Mutant("13-5D") { $0.reach = { $0 * $1.norm } },
        Mutant("13-5D") { $0.printedReach = { $0 * $1.sumOfMagnitudes } },
        Mutant("13-6E") { $0.reach = { $0 * $1.norm } },
        Mutant("13-6E") { $0.reach = { -$0 * $1.sumOfMagnitudes } },
        Mutant("13-1X") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? 4 * $0 : -4 * $0 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.printedPerturbation = { $0 > 0 ? 0.05 : -0.05 } },
    ]
}

extension Results {
    /// Every replicate of `arm`, changed alike.
    fileprivate mutating func change(_ arm: Arm, _ change: (inout AttackMeasurements) -> Void) {
        self.change(arm) { _, replicate in change(&replicate) }
    }

    /// Every replicate of `arm`, changed by its place.
    fileprivate mutating func change(_ arm: Arm, _ change: (Int, inout AttackMeasurements) -> Void) {
        for place in arms.indices where arms[place].arm == arm {
            for replicate in arms[place].replicates.indices { change(replicate, &arms[place].replicates[replicate]) }
        }
    }

    fileprivate mutating func exchange(_ first: Arm, _ second: Arm) {
        let (one, other) = (measurements(first), measurements(second))
        for place in arms.indices {
            if arms[place].arm == first { arms[place].replicates = other }
            if arms[place].arm == second { arms[place].replicates = one }
        }
    }
}
