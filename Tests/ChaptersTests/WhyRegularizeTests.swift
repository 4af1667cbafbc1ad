import Foundation
import Learning
import Notebook
import Testing
import WhyRegularize

@Suite struct WhyRegularizeTests {
    static let parameters = WhyRegularizeSection.parameters(for: .quick)

    /// Everything but networks, which is what formulas are about.
    static var withoutNetworks: Parameters {
        var parameters = parameters
        parameters.widths = [1, 2]
        parameters.networkReplicates = 2
        parameters.epochs = 1
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: WhyRegularizeSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await WhyRegularizeSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(WhyRegularizeSection.claims(results))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await WhyRegularizeSection().measure(Self.withoutNetworks, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        let page = try WhyRegularizeSection().show(StoredJSON.decode(Results.self, from: stored), results.parameters)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(page.claims.count == 3)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    @Test func spoiltResultsFlipVerdicts() async throws {
        var sound = try await WhyRegularizeSection().measure(Self.withoutNetworks, in: Self.lab())
        sound.widths.gains = [0.1, 0.11, 0.12]
        sound.widths.doublings = [2, 2.1, 2.2]
        expectAsWritten(WhyRegularizeSection.claims(sound))
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("0-1X", .inconclusive, { $0.sweep.gainOverNone = [1, -1, 2, -2] }),
            ("0-1X", .contradicted, { $0.sweep.gainOverMost = [-1, -1.1, -0.9] }),
            ("0-1X", .contradicted, { $0.sweep.trainingFall = 0.1 }),
            ("0-2E", .contradicted, { $0.trade.identityError = 0.1 }),
            ("0-2E", .contradicted, { $0.trade.biasFall = 0.1 }),
            ("0-2E", .contradicted, { $0.trade.varianceRise = 0.1 }),
            ("0-2E", .contradicted, { $0.trade.profitable -= 1 }),
            ("0-2E", .contradicted, { $0.trade.excessBeyondLimit = -1e-9 }),
            ("0-2E", .contradicted, { $0.trade.redrawnErrors = [1, 1.1, 0.9] }),
            ("0-3X", .contradicted, { $0.widths.gains = [-0.1, -0.11, -0.12] }),
            ("0-3X", .inconclusive, { $0.widths.doublings = [1, -1, 2, -2] }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(WhyRegularizeSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(WhyRegularizeSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let chapter = Equations.chapter
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("0-2E", { $0.squaredBias = { 2 * chapter.squaredBias($0, $1, $2) } }),
            ("0-2E", { $0.squaredBias = { -chapter.squaredBias($0, $1, $2) } }),
            ("0-2E", { $0.variance = { 2 * chapter.variance($0, $1, $2) } }),
            ("0-2E", { $0.variance = { -chapter.variance($0, $1, $2) } }),
            ("0-2E", { $0.profitableLimit = { 2 * chapter.profitableLimit($0, $1) } }),
            ("0-2E", { $0.profitableLimit = { chapter.profitableLimit($0, $1) / 2 } }),
        ]
        for (id, mutate) in mutations {
            var equations = chapter
            mutate(&equations)
            let results = try await WhyRegularizeSection().measure(
                Self.withoutNetworks, in: Self.lab(), equations: equations)
            #expect(verdicts(WhyRegularizeSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}
