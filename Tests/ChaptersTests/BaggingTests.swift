import Bagging
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct BaggingTests {
    /// The quick parameters with small ensembles of small networks.
    static let parameters = {
        var parameters = BaggingSection.parameters(for: .quick)
        parameters.networkReplicates = 4
        parameters.networks = 4
        parameters.boostingReplicates = 4
        parameters.trainingExamples = 300
        parameters.testExamples = 500
        parameters.epochs = 8
        return parameters
    }()

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: BaggingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await BaggingSection().measure(Self.parameters, in: Self.lab(seed: seed))
        // Four small ensembles of digits are too few to decide 10-8X; their gain must still be one.
        expectAsWritten(BaggingSection.claims(results).filter { $0.id != "10-8X" })
        let last = Self.parameters.networks - 1
        #expect(results.networks.allSatisfy { $0.squaredErrors[last] < $0.squaredErrors[0] })
    }

    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await BaggingSection().measure(Self.parameters, in: Self.lab())
        let spoils: [(String, Verdict, (inout BaggingSection.Results) -> Void)] = [
            ("10-1E", .contradicted, { $0.errors.formulaError = 1e-6 }),
            ("10-1E", .contradicted, { $0.errors.distributions[0].squaredError = Estimate(of: [9, 9.1, 8.9]) }),
            ("10-3D", .holds, { $0.errors.spoilCurves { size in 2 - Double(size) / 10 } }),
            ("10-3D", .contradicted, { $0.errors.spoilCurves { size in 1 / Double(size * size) } }),
            ("10-4D", .holds, { $0.errors.unequalAverage = 1 }),
            ("10-4D", .contradicted, { $0.errors.unequalAverage = 60 }),
            ("10-4D", .contradicted, { $0.errors.weakVote = 0.5 }),
            ("10-5E", .contradicted, { $0.bootstrap.countingError = 1e-6 }),
            ("10-7X", .contradicted, { results in results.spoilTrees(.tree) { swap(&$0.single, &$0.bagged) } }),
            (
                "10-7X", .contradicted,
                { results in results.spoilTrees(.ridge) { $0.bagged = $0.bagged.map { 0.9 * $0 } } }
            ),
            (
                "10-7X", .contradicted,
                { results in results.spoilTrees(.neighbors) { $0.bagged = $0.bagged.map { 1.1 * $0 } } }
            ),
            ("10-8X", .contradicted, { $0.tabular[0].swapErrors() }),
            ("10-8X", .contradicted, { $0.tabular[3].swapErrors() }),
            ("10-11X", .contradicted, { $0.stumps.boostedTraining[0] = $0.stumps.baggedTraining[0] }),
            ("10-11X", .contradicted, { swap(&$0.stumps.boostedTraining, &$0.stumps.baggedTraining) }),
            ("10-12X", .contradicted, { $0.growing.grownTraining[0].reverse() }),
            ("10-12X", .contradicted, { swap(&$0.growing.grownTraining, &$0.growing.baggedTraining) }),
            ("10-5E", .contradicted, { $0.bootstrap.distinctSample = Estimate(of: [0.5, 0.51, 0.49]) }),
            ("10-5E", .contradicted, { $0.bootstrap.repeatedSample = Estimate(of: [0.5, 0.51, 0.49]) }),
            (
                "10-8X", .contradicted,
                { results in
                    for place in results.networks.indices { results.networks[place].swapErrors() }
                }
            ),
            (
                "10-10X", .contradicted,
                { results in
                    for place in results.cartoon.replicates.indices {
                        results.cartoon.replicates[place].withoutNine.six = 1
                    }
                    for place in results.cartoon.replicates.indices {
                        results.cartoon.replicates[place].withoutSix.six = 1
                    }
                }
            ),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(BaggingSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(BaggingSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Trees save about what was published for them, each problem within ten points: another problem, or another bag, would not.
    @Test func treesSaveWhatWasPublished() async throws {
        let results = try await BaggingSection().measure(Self.parameters, in: Self.lab())
        let published = ["Friedman 1": 0.46, "Friedman 2": 0.30, "Friedman 3": 0.38, "waveform": 0.33]
        for learner in results.trees where learner.learner == .tree {
            let expected = try #require(published[learner.task.rawValue])
            #expect(abs(learner.gains.reduce(0, +) / Double(learner.gains.count) - expected) < 0.1, "\(learner.task)")
        }
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("10-1E", { $0.ensembleError = { k, v, c in v / Double(k) - Double(k - 1) / Double(k) * c } }),
            ("10-1E", { $0.ensembleError = { k, v, c in v / Double(k) + c } }),
            ("10-5E", { $0.distinctShare = { n in pow(1 - 1 / Double(n), Double(n)) } }),
            ("10-5E", { $0.repeatedShare = { n in 1 - 2 * pow(1 - 1 / Double(n), Double(n)) } }),
            ("10-5E", { $0.completeProbability = { n in 1 / Double(n) } }),
        ]
        var results = try await BaggingSection().measure(Self.parameters, in: Self.lab())
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            results.errors = try await EnsembleErrors.run(Self.parameters, in: Self.lab(), equations: equations)
            results.bootstrap = try await BootstrapShares.run(Self.parameters, in: Self.lab(), equations: equations)
            #expect(verdicts(BaggingSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

extension EnsembleErrors {
    /// Puts `error` in the place of the measured means.
    mutating func spoilCurves(_ error: (Int) -> Double) {
        for place in curves.indices { curves[place].means = curves[place].sizes.map(error) }
    }
}

extension BaggingSection.Results {
    fileprivate mutating func spoilTrees(_ learner: BaggedLearner.Learner, _ change: (inout BaggedLearner) -> Void) {
        for place in trees.indices where trees[place].learner == learner { change(&trees[place]) }
    }
}

extension NetworkEnsemble {
    /// Makes the ensemble as bad as a member, and the members as good as the ensemble.
    mutating func swapErrors() {
        swap(&memberErrorRate, &ensembleErrorRate)
        squaredErrors.reverse()
    }
}

extension TabularEnsembles {
    /// Makes the average as bad as a member, and the members as good as the average.
    fileprivate mutating func swapErrors() { (member, average) = (average, member) }
}
