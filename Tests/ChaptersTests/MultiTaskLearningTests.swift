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
        Lab(section: MultiTaskLearningSection.info.slug, seed: seed, source: NoImages())
    }

    /// Small results with errors of the toy as `quick` measures them.
    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        var results = try await MultiTaskLearningSection().measure(small, in: lab(seed: seed), equations: equations)
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
        let results = try await MultiTaskLearningSection().measure(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try MultiTaskLearningSection().show(results, results.parameters).figures.count == 5)
    }

    @Test func wrongResultsAreNoticed() async throws {
        let results = try await Self.results()
        expectAllCaught(
            MultiTaskLearningSection.wrongResults.score(on: results, claims: MultiTaskLearningSection.claims))
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let sound = MultiTaskLearningSection.claims(try await Self.results())
        var score = MutationScore()
        for mutant in MultiTaskLearningSection.wrongFormulas {
            let results = try await Self.results(equations: mutant.spoilt(.chapter))
            score.add(mutant, sound: sound, spoilt: MultiTaskLearningSection.claims(results))
        }
        expectAllCaught(score)
    }

    /// Each claim that can be decided is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() async throws {
        let mutants =
            MultiTaskLearningSection.wrongResults.map(\.claim) + MultiTaskLearningSection.wrongFormulas.map(\.claim)
        try expectMutants(mutants, of: MultiTaskLearningSection.claims(try await Self.results()))
    }

    @Test func theToyLearns() async throws {
        var parameters = Self.small
        parameters.epochs = 400
        parameters.trials = 4
        let toy = try await MultiTaskLearningSection().measure(parameters, in: Self.lab()).toy
        // A constant answer misses σ(A + B) by about 0.39.
        #expect(toy.single.allSatisfy { $0 < 0.25 })
        #expect(toy.single != toy.shuffled)
    }
}
