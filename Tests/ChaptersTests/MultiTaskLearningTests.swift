import Foundation
import Learning
import MultiTaskLearning
import Notebook
import Testing

@Suite struct MultiTaskLearningTests {
    static let parameters = MultiTaskLearningSection.parameters(for: .quick)

    /// Too few trials of the toy for a verdict, enough of everything in closed form.
    static var small: Parameters {
        var parameters = parameters
        parameters.trials = 2
        parameters.epochs = 20
        parameters.heldOutExamples = 50
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: MultiTaskLearningSection.info, profile: .quick, seed: seed, source: NoImages())
    }

    /// Small results with errors of the toy as `quick` measures them.
    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        var results = try await MultiTaskLearningSection().experiment(small, in: lab(seed: seed), equations: equations)
        let trials = (0..<60).map { 0.002 * sin(Double($0)) }
        results.toy.single = trials.map { 0.07 + $0 }
        results.toy.extraInput = trials.map { 0.07 + 1.1 * $0 }
        results.toy.extraOutput = trials.map { 0.08 + 0.9 * $0 }
        results.toy.shuffled = trials.map { 0.12 + 2 * $0 }
        return results
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        expectAsWritten(MultiTaskLearningSection.claims(try await Self.results(seed: seed)))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await MultiTaskLearningSection().experiment(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try MultiTaskLearningSection().present(results).figures.count == 5)
    }

    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await Self.results()
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("12-1X", .holds, { $0.toy.single = $0.toy.single.map { $0 + 0.02 } }),
            ("12-1X", .inconclusive, { $0.toy.single = $0.toy.extraOutput }),
            (
                "12-1X", .inconclusive,
                { results in
                    results.toy.single = results.toy.shuffled
                    results.toy.shuffled = results.toy.extraOutput
                }
            ),
            (
                "12-1X", .contradicted,
                { results in
                    results.toy.single = results.toy.shuffled
                    results.pooling.errors = results.pooling.errors.map { $0.reversed() }
                }
            ),
            ("12-2X", .contradicted, { $0.subspace.sharedSlope = -0.5 }),
            ("12-2X", .contradicted, { $0.subspace.levelError = 0.5 }),
            ("12-2X", .contradicted, { $0.subspace.headSlopeInExamples = 0 }),
            ("12-2X", .contradicted, { $0.subspace.headSlopeInTasks = -1 }),
            ("12-3X", .contradicted, { $0.relatedness.shared[0] = $0.relatedness.alone[0].map { $0 + 1 } }),
            ("12-3X", .contradicted, { $0.relatedness.shared[6] = $0.relatedness.alone[6] }),
            ("12-3X", .inconclusive, { $0.relatedness.shared[3] = $0.relatedness.shared[2] }),
            ("12-4Q", .contradicted, { $0.graph.norms[3][0] = 1e-12 }),
            ("12-4Q", .contradicted, { $0.graph.norms[0][1] = 0 }),
            ("12-4Q", .contradicted, { $0.graph.differenceError = 1 }),
            ("12-4Q", .contradicted, { $0.graph.pooledError = 1 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(MultiTaskLearningSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(MultiTaskLearningSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("12-2X", { $0.sharedError = { 2 * Equations.chapter.sharedError($0, $1, $2, $3) } }),
            ("12-2X", { $0.sharedError = { $0 * Double($1 * $2) / Double($3) } }),
            ("12-4Q", { $0.slope = { 1 + $0 * $0 } }),
            ("12-4Q", { $0.slope = { 2 * (1 - $0 * $0) } }),
            ("12-4Q", { $0.pooledGradient = { $0 - $1 } }),
            ("12-4Q", { $0.pooledGradient = { ($0 + $1) / 2 } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await Self.results(equations: equations)
            #expect(verdicts(MultiTaskLearningSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }

    @Test func theToyLearns() async throws {
        var parameters = Self.small
        parameters.epochs = 400
        parameters.trials = 4
        let toy = try await MultiTaskLearningSection().experiment(parameters, in: Self.lab()).toy
        // A constant answer misses σ(A + B) by about 0.39.
        #expect(toy.single.allSatisfy { $0 < 0.25 })
        #expect(toy.single != toy.shuffled)
    }
}
