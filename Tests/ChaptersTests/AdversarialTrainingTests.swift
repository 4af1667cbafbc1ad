import AdversarialTraining
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct AdversarialTrainingTests {
    /// Too little for comparisons that depend on chance, enough for every formula.
    static let small = {
        var small = AdversarialTrainingSection.parameters(for: .quick)
        small.replicates = 3
        small.trainingExamples = 200
        small.trainingPool = 400
        small.validationExamples = 100
        small.testExamples = 200
        small.attackedExamples = 60
        small.units = 12
        small.epochs = 8
        small.trainingEpsilons = [0.05]
        small.centres = 60
        return small
    }()

    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        let lab = Lab(section: AdversarialTrainingSection.info, profile: .quick, seed: seed, source: PenDigits())
        return try await AdversarialTrainingSection().experiment(small, in: lab, equations: equations)
    }

    /// The results of the quick profile beside these tests.
    static func stored() throws -> Results {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored")
        return try StoredJSON.decode(
            Results.self, from: Data(contentsOf: folder.appending(path: "adversarial-training.json")))
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(AdversarialTrainingSection.claims(try Self.stored()))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func exactClaimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await Self.results(seed: seed)
        let exact = AdversarialTrainingSection.claims(results).filter { ["13-5D", "13-6E"].contains($0.id) }
        #expect(exact.count == 2)
        expectAsWritten(exact)
        #expect(results.arms.allSatisfy { $0.replicates.count == 3 })
        let json = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: json)) == json)
    }

    @Test func spoiltResultsFlipVerdicts() throws {
        let sound = try Self.stored()
        func change(_ arm: Arm, _ change: @escaping (inout AttackMeasurements) -> Void) -> (inout Results) -> Void {
            { results in
                for place in results.arms.indices where results.arms[place].arm == arm {
                    for replicate in results.arms[place].replicates.indices {
                        change(&results.arms[place].replicates[replicate])
                    }
                }
            }
        }
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("13-1X", .contradicted, change(.softmax) { $0.errors = $0.errors.map { _ in 0.5 } }),
            ("13-1X", .contradicted, change(.network) { $0.searchError = 0.5 }),
            ("13-1X", .contradicted, change(.network) { $0.randomErrors = $0.errors.map { _ in 1.5 } }),
            ("13-2E", .contradicted, change(.network) { $0.leastSize = 0.3 }),
            ("13-2E", .contradicted, change(.network) { $0.confidences = $0.confidences.map { _ in 0.2 } }),
            ("13-8D", .holds, change(.network) { $0.printedSizeError = 0 }),
            ("13-8D", .contradicted, change(.network) { $0.sizeError = 0.1 }),
            ("13-8D", .contradicted, change(.network) { $0.errors = $0.errors.indices.map { $0 == 0 ? 1 : 0 } }),
            ("13-3X", .contradicted, change(.networkAdversarial) { $0.cleanError += 0.2 }),
            ("13-4X", .contradicted, change(.network) { $0.linearity = 0.5 }),
            ("13-4X", .contradicted, change(.radialBasis) { $0.confidences = $0.confidences.map { _ in 1 } }),
            ("13-5D", .contradicted, { $0.linear.boxMiss = 0.1 }),
            ("13-5D", .holds, { $0.linear.printedMiss = 0 }),
            ("13-6E", .contradicted, { $0.linear.signedReaches = $0.linear.randomReaches }),
            ("13-6E", .contradicted, { $0.linear.randomReaches = $0.linear.signedReaches }),
            ("13-7X", .contradicted, change(.networkAdversarial) { $0.slopeNorm = 100 }),
            ("13-7X", .contradicted, change(.networkAdversarial) { $0.errors = $0.errors.map { _ in 1 } }),
            ("13-7X", .contradicted, change(.networkNoise) { $0.errors = $0.errors.map { _ in 0 } }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(AdversarialTrainingSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(AdversarialTrainingSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, Verdict, (inout Equations) -> Void)] = [
            ("13-5D", .contradicted, { $0.reach = { 2 * $0 * $1.sumOfMagnitudes } }),
            ("13-5D", .contradicted, { $0.reach = { $0 * $1.norm } }),
            ("13-6E", .contradicted, { $0.reach = { $0 * $1.norm } }),
            ("13-6E", .contradicted, { $0.reach = { -$0 * $1.sumOfMagnitudes } }),
            ("13-1X", .contradicted, { $0.perturbation = { $1 > 0 ? -$0 : $0 } }),
            ("13-8D", .contradicted, { $0.perturbation = { $1 > 0 ? 2 * $0 : -2 * $0 } }),
            ("13-8D", .contradicted, { $0.perturbation = { $1 > 0 ? -$0 : $0 } }),
            ("13-8D", .holds, { $0.printedPerturbation = { $0 > 0 ? 0.25 : -0.25 } }),
        ]
        for (id, expected, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await Self.results(equations: equations)
            #expect(verdicts(AdversarialTrainingSection.claims(results))[id] == expected, "\(id)")
        }
    }
}
