import Foundation
import Learning
import Notebook
import Testing
import WhyRegularize

@Suite struct WhyRegularizeTests {
    static func lab(seed: UInt64 = 1, bench: any Workbench = PlainBench()) -> Lab {
        Lab(section: WhyRegularizeSection.info.slug, seed: seed, source: NoImages(), bench: bench)
    }

    /// The claims that `study` makes of `results`.
    static func claims<S: Study>(_ study: S, _ results: S.Results) throws -> [Claim] {
        try study.show(results, S.parameters(for: .quick)).claims
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        let trade = try await Trade().measure(Trade.parameters(for: .quick), in: lab)
        expectAsWritten(try Self.claims(Trade(), trade))
        let sweep = try await Sweep().measure(Sweep.parameters(for: .quick), in: lab)
        expectAsWritten(try Self.claims(Sweep(), sweep))
        let widths = try await Widths().measure(Widths.parameters(for: .quick), in: lab)
        expectAsWritten(try Self.claims(Widths(), widths))
    }

    @Test func resultsSurviveStorage() async throws {
        for study in AnySection(WhyRegularizeSection.self).studies where study.name != "widths" {
            let parameters = try study.parameters(for: .quick)
            let stored = try await study.measure(parameters, in: Self.lab())
            let page = try study.show(stored, parameters)
            #expect(page.figures.map(\.name) == [study.name])
        }
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    @Test func spoiltResultsFlipVerdicts() async throws {
        let lab = Self.lab()
        try Self.spoil(
            Sweep(), try await Sweep().measure(Sweep.parameters(for: .quick), in: lab), "0-1X",
            [
                (.inconclusive, { $0.gainOverNone = [1, -1, 2, -2] }),
                (.contradicted, { $0.gainOverMost = [-1, -1.1, -0.9] }), (.contradicted, { $0.trainingFall = 0.1 }),
            ])
        try Self.spoil(
            Trade(), try await Trade().measure(Trade.parameters(for: .quick), in: lab), "0-2E",
            [
                (.contradicted, { $0.identityError = 0.1 }), (.contradicted, { $0.biasFall = 0.1 }),
                (.contradicted, { $0.varianceRise = 0.1 }), (.contradicted, { $0.profitable -= 1 }),
                (.contradicted, { $0.excessBeyondLimit = -1e-9 }),
                (.contradicted, { $0.redrawnErrors = [1, 1.1, 0.9] }),
            ])
        var parameters = Widths.parameters(for: .quick)
        (parameters.widths, parameters.replicates, parameters.epochs) = ([1, 2], 2, 1)
        var widths = try await Widths().measure(parameters, in: lab)
        (widths.gains, widths.doublings) = ([0.1, 0.11, 0.12], [2, 2.1, 2.2])
        try Self.spoil(
            Widths(), widths, "0-3X",
            [
                (.contradicted, { $0.gains = [-0.1, -0.11, -0.12] }),
                (.inconclusive, { $0.doublings = [1, -1, 2, -2] }),
            ])
    }

    private static func spoil<S: Study>(
        _ study: S, _ sound: S.Results, _ id: String, _ spoils: [(Verdict, (inout S.Results) -> Void)]
    ) throws {
        let claims = try claims(study, sound)
        #expect(claims.map(\.id) == [id])
        expectAsWritten(claims)
        for (expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(try Self.claims(study, results))[id] == expected, "\(id)")
        }
    }

    /// Each formula with a sign or a factor wrong, which the claim must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let chapter = Equations.chapter
        let mutations: [(inout Equations) -> Void] = [
            { $0.squaredBias = { 2 * chapter.squaredBias($0, $1, $2) } },
            { $0.squaredBias = { -chapter.squaredBias($0, $1, $2) } },
            { $0.variance = { 2 * chapter.variance($0, $1, $2) } },
            { $0.variance = { -chapter.variance($0, $1, $2) } },
            { $0.profitableLimit = { 2 * chapter.profitableLimit($0, $1) } },
            { $0.profitableLimit = { chapter.profitableLimit($0, $1) / 2 } },
        ]
        for mutate in mutations {
            var trade = Trade()
            mutate(&trade.equations)
            let results = try await trade.measure(Trade.parameters(for: .quick), in: Self.lab())
            #expect(verdicts(try Self.claims(trade, results))["0-2E"] == .contradicted)
        }
    }

    /// One data set more costs one data set.
    @Test func oneReplicateMoreRunsAlone() async throws {
        var sweep = Sweep.parameters(for: .quick)
        sweep.replicates = 3
        let sweeps = CountingBench()
        _ = try await Sweep().measure(sweep, in: Self.lab(bench: sweeps))
        sweep.replicates = 4
        _ = try await Sweep().measure(sweep, in: Self.lab(bench: sweeps))
        #expect(await sweeps.computed == 4)

        var widths = Widths.parameters(for: .quick)
        (widths.widths, widths.replicates, widths.epochs) = ([1, 2], 2, 1)
        let networks = CountingBench()
        _ = try await Widths().measure(widths, in: Self.lab(bench: networks))
        widths.replicates = 3
        _ = try await Widths().measure(widths, in: Self.lab(bench: networks))
        widths.widths = [1, 2, 3]
        _ = try await Widths().measure(widths, in: Self.lab(bench: networks))
        #expect(await networks.computed == 9)
    }
}

/// A bench that keeps every item, and counts how many it had to compute.
actor CountingBench: Workbench {
    private var outputs: [String: Data] = [:]
    private(set) var computed = 0

    func begin(_ name: String, items: Int) async {}

    func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        let key = name + String(decoding: item, as: UTF8.self)
        if let output = outputs[key] { return output }
        computed += 1
        let output = try await compute()
        outputs[key] = output
        return output
    }
}
