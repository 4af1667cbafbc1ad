import Foundation
import Learning
import NormPenalties
import Notebook
import Testing

@Suite struct NormPenaltiesTests {
    static let parameters = NormPenaltiesSection.parameters(for: .quick)

    /// Too little for comparisons that depend on chance, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.dataSets = 2
        parameters.centerSets = 4
        parameters.selectionSets = 2
        parameters.layerReplicates = 2
        parameters.layerSteps = 5
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: NormPenaltiesSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(NormPenaltiesSection.claims(results))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
    }

    @Test func wrongResultsAreNoticed() async throws {
        let sound = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab())
        expectAllCaught(NormPenaltiesSection.wrongResults.score(on: sound, claims: NormPenaltiesSection.claims))
        let mutants = NormPenaltiesSection.wrongResults.map(\.claim) + NormPenaltiesSection.wrongFormulas.map(\.claim)
        try expectMutants(mutants, of: NormPenaltiesSection.claims(sound))
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let section = NormPenaltiesSection()
        let sound = NormPenaltiesSection.claims(
            try await section.measure(Self.small, in: Self.lab(), equations: .chapter))
        var score = MutationScore()
        for mutant in NormPenaltiesSection.wrongFormulas {
            let results = try await section.measure(
                Self.small, in: Self.lab(), equations: mutant.spoilt(.chapter))
            score.add(mutant, sound: sound, spoilt: NormPenaltiesSection.claims(results))
        }
        expectAllCaught(score)
    }
}
