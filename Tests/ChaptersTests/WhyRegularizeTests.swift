import Foundation
import Learning
import Notebook
import Testing
import WhyRegularize

@Suite struct WhyRegularizeTests {
    static func lab(seed: UInt64 = 1, bench: any Workbench = PlainBench()) -> Lab {
        Lab(section: WhyRegularizeSection.info.slug, seed: seed, source: NoImages(), bench: bench)
    }

    @Test(arguments: [2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        _ = try await expectAsWritten(Regimes(), in: lab)
        _ = try await expectAsWritten(Sweep(), in: lab)
        _ = try await expectAsWritten(Trade(), in: lab)
        _ = try await expectAsWritten(Widths(), in: lab)
    }

    @Test func mutantsAreNoticed() async throws {
        let lab = Self.lab()
        _ = try await expectAsWritten(Fits(), in: lab)
        try await expectMutantsNoticed(
            by: Regimes(), Regimes.wrongResults, Regimes.wrongFormulas,
            sound: try await expectAsWritten(Regimes(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Sweep(), Sweep.wrongResults, sound: try await expectAsWritten(Sweep(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Trade(), Trade.wrongResults, Trade.wrongFormulas,
            sound: try await expectAsWritten(Trade(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Widths(), Widths.wrongResults, sound: try await expectAsWritten(Widths(), in: lab), in: lab)
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

    func end() async throws {}

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
