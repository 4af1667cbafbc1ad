import Foundation
import Learning
import Notebook
import Testing
import WhyRegularize

@Suite struct WhyRegularizeTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: WhyRegularizeSection.info.slug, seed: seed, source: NoImages())
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
}
