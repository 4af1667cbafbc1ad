import BayesianPerspective
import Foundation
import Learning
import Notebook
import Testing

@Suite struct BayesianPerspectiveTests {
    static let parameters = BayesianPerspectiveSection.parameters(for: .quick)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: BayesianPerspectiveSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await BayesianPerspectiveSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(BayesianPerspectiveSection.claims(results))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await BayesianPerspectiveSection().measure(Self.parameters, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        let page = try BayesianPerspectiveSection().show(
            StoredJSON.decode(Results.self, from: stored), results.parameters)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(page.claims.count == 5)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await BayesianPerspectiveSection().measure(Self.parameters, in: Self.lab())
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("1-1E", .contradicted, { $0.posterior.gaussianError = 1e-3 }),
            ("1-1E", .contradicted, { $0.posterior.betaError = 1e-3 }),
            ("1-1E", .contradicted, { $0.posterior.normalizerSpread = 1e-3 }),
            ("1-1E", .contradicted, { $0.posterior.normalizerChange = 0 }),
            ("1-2E", .contradicted, { $0.posterior.sameMaximizers -= 1 }),
            ("1-2E", .contradicted, { $0.posterior.lowerLikelihoods -= 1 }),
            ("1-2E", .contradicted, { $0.posterior.modeDistance = 0.1 }),
            ("1-3X", .inconclusive, { $0.prediction.gaps[2] = [1, -1, 2, -2] }),
            ("1-3X", .contradicted, { $0.prediction.gaps[0] = $0.prediction.gaps[0].map { -abs($0) - 1 } }),
            ("1-3X", .contradicted, { $0.prediction.averagingSamples = [1, 1.1, 0.9, 1] }),
            ("1-4D", .holds, { $0.penalties.zeroShare = 0 }),
            ("1-4D", .contradicted, { $0.penalties.massError = 0.1 }),
            ("1-4D", .contradicted, { $0.penalties.boundedIntegrals = $0.penalties.gaussianIntegrals }),
            ("1-4D", .contradicted, { $0.penalties.hingeSums = $0.penalties.logisticSums }),
            ("1-4D", .contradicted, { $0.penalties.logisticSums[0] = 0.5 }),
            ("1-5E", .contradicted, { $0.penalties.dropoutError = 0.1 }),
            ("1-5E", .contradicted, { $0.penalties.secondPenalty = $0.penalties.firstPenalty }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(BayesianPerspectiveSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(BayesianPerspectiveSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("1-1E", { $0.logPosterior = { -$0 + $1.reduce(0, +) - $2 } }),
            ("1-1E", { $0.logPosterior = { $0 + 2 * $1.reduce(0, +) - $2 } }),
            ("1-1E", { $0.logPosterior = { $0 + $1.reduce(0, +) + $2 } }),
            ("1-2E", { $0.logPosterior = { -$0 + $1.reduce(0, +) - $2 } }),
            ("1-2E", { $0.logPosterior = { 2 * $0 + $1.reduce(0, +) - $2 } }),
            ("1-3X", { $0.predictiveVariance = { $2 * $2 + 2 * $0.dot($1 * $0) } }),
            ("1-3X", { $0.predictiveVariance = { $2 * $2 - 0.1 * $0.dot($1 * $0) } }),
            ("1-5E", { $0.dropoutPenalty = { 2 * Equations.chapter.dropoutPenalty($0, $1, $2) } }),
            ("1-5E", { $0.dropoutPenalty = { -Equations.chapter.dropoutPenalty($0, $1, $2) } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await BayesianPerspectiveSection().measure(
                Self.parameters, in: Self.lab(), equations: equations)
            #expect(verdicts(BayesianPerspectiveSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}
