import Digits
import EarlyStopping
import Foundation
import Learning
import Notebook
import Testing

@Suite struct EarlyStoppingTests {
    static let parameters = EarlyStoppingSection.parameters(for: .quick)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: EarlyStoppingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    /// The parameters with few small networks.
    static let small = {
        var small = parameters
        small.runs = 5
        small.trainingExamples = 200
        small.validationExamples = 200
        small.maxoutUnits = 12
        small.epochs = 40
        small.isHalved = true
        small.retraining.endlessReplicates = 2
        small.retraining.shapeRuns = 1
        small.retraining.shapeTraining = [100]
        small.retraining.shapeEpochs = 20
        return small
    }()

    /// Results of small networks, their curves replaced by ones that have the shape of Figure 7.3.
    static func results(seed: UInt64 = 1) async throws -> Results {
        var results = try await EarlyStoppingSection().measure(small, in: lab(seed: seed))
        let fall = (0..<40).map { exp(-Double($0) / 4) }
        for run in results.runs.indices {
            results.runs[run].trainingLoss = fall.map { 0.01 + $0 + 0.001 * Double(run) }
            results.runs[run].validationLoss = fall.indices.map {
                0.2 + fall[$0] + 0.004 * Double($0) + 0.002 * Double(run)
            }
            results.runs[run].validationError = fall.indices.map {
                0.1 + 0.1 * fall[$0] - 0.001 * Double($0) + 0.001 * Double(run)
            }
            results.runs[run].stoppedAfter = [10, 40, 15, 38, 30][run % 5]
            results.runs[run].slopeAtBest = 0.1 + 0.01 * Double(run)
            results.runs[run].slopeAtEnd = 0.01
        }
        return results
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        expectAsWritten(EarlyStoppingSection.claims(try await Self.results(seed: seed)))
    }

    @Test func smallNetworksLearn() async throws {
        let results = try await EarlyStoppingSection().measure(Self.small, in: Self.lab())
        #expect(results.runs.allSatisfy { $0.trainingLoss[39] < $0.trainingLoss[0] })
        #expect(results.runs.allSatisfy { $0.validationLoss.allSatisfy(\.isFinite) })
        #expect(results.runs[0] != results.runs[1])
    }

    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await Self.results()
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            (
                "7-1X", .inconclusive,
                { results in
                    for run in results.runs.indices {
                        results.runs[run].validationLoss = results.runs[run].trainingLoss
                    }
                }
            ),
            (
                "7-1X", .contradicted,
                { results in
                    for run in results.runs.indices { results.runs[run].trainingLoss.reverse() }
                }
            ),
            (
                "7-8X", .contradicted,
                { results in
                    for run in results.runs.indices { results.runs[run].trainingLoss.reverse() }
                }
            ),
            ("7-8X", .contradicted, { results in results.spoilRuns { swap(&$0.slopeAtBest, &$0.slopeAtEnd) } }),
            ("7-9X", .contradicted, { results in results.spoilRetraining { swap(&$0.stopped, &$0.sameEpochs) } }),
            ("7-9X", .contradicted, { results in results.spoilRetraining { swap(&$0.stopped, &$0.sameUpdates) } }),
            ("7-9X", .contradicted, { results in results.spoilRetraining { swap(&$0.sameUpdates, &$0.sameEpochs) } }),
            ("7-10X", .contradicted, { results in results.spoilRetraining { swap(&$0.stopped, &$0.continued) } }),
            ("7-11E", .contradicted, { $0.endless.rightEnds -= 1 }),
            ("7-11E", .contradicted, { $0.endless.clean[0].reached = false }),
            ("7-11E", .contradicted, { results in results.endless.spoil { $0.reached = true } }),
            ("7-11E", .contradicted, { results in results.endless.spoil { run in run.losses.append(run.target - 1) } }),
            (
                "7-11E", .contradicted,
                { results in results.endless.spoil { run in run.losses.append(run.target + 1e-9) } }
            ),
            ("7-12X", .contradicted, { results in results.spoilSurrogate { $0.validationError.reverse() } }),
            ("7-12X", .contradicted, { results in results.spoilSurrogate { $0.trainingLoss.reverse() } }),
            ("7-3E", .contradicted, { $0.algorithm.rightReturns -= 1 }),
            ("7-3E", .contradicted, { $0.algorithm.rightStops -= 1 }),
            ("7-3E", .contradicted, { $0.algorithm.irregularRight -= 1 }),
            ("7-4X", .contradicted, { $0.monitor.identical[0] = false }),
            ("7-4X", .contradicted, { $0.monitor.overhead = 2 }),
            ("7-13E", .contradicted, { $0.analysis.quadratic.reachViolation = 0.1 }),
            ("7-14E", .contradicted, { $0.analysis.quadratic.modelError = 0.1 }),
            ("7-14E", .contradicted, { $0.analysis.quadratic.gradientError = 0.1 }),
            ("7-14E", .contradicted, { $0.analysis.quadratic.recursionError = 0.1 }),
            ("7-15E", .contradicted, { $0.analysis.quadratic.trajectoryError = 0.1 }),
            ("7-15E", .contradicted, { $0.analysis.quadratic.divergingError = 0.1 }),
            ("7-16D", .holds, { $0.analysis.quadratic.gapToOrigin = 0.1 }),
            ("7-16D", .contradicted, { $0.analysis.quadratic.gapToOwnStart = 0.5 }),
            ("7-17E", .contradicted, { $0.analysis.quadratic.decayError = 0.1 }),
            ("7-22E", .contradicted, { $0.analysis.quadratic.learningTimeError = 0.1 }),
            ("7-18D", .holds, { $0.analysis.quadratic.unequalDistance = 0 }),
            ("7-18D", .contradicted, { $0.analysis.quadratic.equalDistance = 1 }),
            (
                "7-21X", .contradicted,
                { results in
                    for place in stride(from: 0, to: results.analysis.filters.matchedProducts.count, by: 5) {
                        results.analysis.filters.matchedProducts[place] = 9
                    }
                }
            ),
            ("7-23E", .contradicted, { $0.analysis.trajectory.largestDistance *= 2 }),
            ("7-24X", .holds, { results in results.spoilRuns { $0.validationError = $0.validationLoss } }),
            ("7-25X", .contradicted, { results in results.spoilRuns { $0.stoppedAfter = $0.validationLoss.count } }),
            ("7-27D", .holds, { $0.algorithm.stopsOtherThanWorsening = 0 }),
            ("7-27D", .contradicted, { $0.algorithm.stopsOtherThanFailing = 1 }),
            ("7-28D", .holds, { results in results.spoilRuns { $0.validationError = $0.validationLoss } }),
            ("7-19E", .contradicted, { $0.analysis.filters.products[0] = 0.9 }),
            ("7-19E", .contradicted, { $0.analysis.filters.correctionError = 0.1 }),
            ("7-20E", .contradicted, { $0.analysis.filters.largestRatio = 2 }),
            ("7-20E", .contradicted, { $0.analysis.filters.largestGap = 0.3 }),
            (
                "7-21X", .contradicted,
                { $0.analysis.filters.matchedProducts = $0.analysis.filters.matchedProducts.map { 9 * $0 } }
            ),
            (
                "7-21X", .contradicted,
                { $0.analysis.filters.matchedGaps = $0.analysis.filters.matchedGaps.map { 1 + $0 } }
            ),
            ("7-23E", .contradicted, { $0.analysis.trajectory.largestDistance = 1 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(EarlyStoppingSection.claims(results))[id] == expected, "\(id)")
        }
        let decidable = EarlyStoppingSection.claims(sound).map(\.id).filter { $0 != "7-2Q" }
        #expect(Set(decidable) == Set(spoils.map(\.0)))
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("7-14E", { $0.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } }),
            ("7-14E", { $0.quadraticGradient = { w, o, h in h * o.subtracting(w) } }),
            ("7-14E", { $0.contracted = { d, eta, h in d.adding((h * d).scaled(by: eta)) } }),
            ("7-15E", { $0.learnedShare = { l, eta, tau in 1 - pow(1 - eta * l, Double(tau - 1)) } }),
            ("7-15E", { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } }),
            ("7-17E", { $0.decayedShare = { l, a in 1 - a / (l + 2 * a) } }),
            ("7-17E", { $0.decayedShare = { l, a in 1 + a / (l + a) } }),
            ("7-13E", { $0.reach = { eta, travelled in eta * travelled / 2 } }),
            ("7-16D", { $0.learnedShare = { l, eta, tau in 1 + pow(1 - eta * l, Double(tau)) } }),
            ("7-20E", { $0.decayedShare = { l, a in 1 - a / (2 * l + a) } }),
            ("7-20E", { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } }),
            ("7-22E", { $0.learningTime = { l, eta in 2 / (eta * l) } }),
            ("7-18D", { $0.equivalentSteps = { _, eta, a in 1 / (eta * a) } }),
            ("7-18D", { $0.equivalentSteps = { l, eta, a in log1p(l / a) / eta } }),
            ("7-19E", { $0.equivalentSteps = { l, eta, a in 2 * log1p(l / a) / -log1p(-eta * l) } }),
            ("7-19E", { $0.equivalentDecay = { tau, eta in 2 / (tau * eta) } }),
        ]
        var results = try await Self.results()
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            results.analysis = try await EarlyStoppingSection().analysis(
                Self.parameters, in: Self.lab(), equations: equations)
            #expect(verdicts(EarlyStoppingSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

extension Results {
    fileprivate mutating func spoilRuns(_ change: (inout LearningRun) -> Void) {
        for place in runs.indices { change(&runs[place]) }
    }

    fileprivate mutating func spoilRetraining(_ change: (inout Retraining) -> Void) {
        for place in retraining.indices { change(&retraining[place]) }
    }

    fileprivate mutating func spoilSurrogate(_ change: (inout SurrogateRun) -> Void) {
        for place in surrogate.indices { change(&surrogate[place]) }
    }
}

extension Endless {
    fileprivate mutating func spoil(_ change: (inout GoingOn) -> Void) {
        for place in mislabelled.indices { change(&mislabelled[place]) }
    }
}
