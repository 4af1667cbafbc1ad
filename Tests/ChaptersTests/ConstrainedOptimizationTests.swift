import ConstrainedOptimization
import Learning
import Notebook
import Testing

@Suite struct ConstrainedOptimizationTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: ConstrainedOptimizationSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        _ = try await expectAsWritten(Projection(), in: lab)
        _ = try await expectAsWritten(Multipliers(), in: lab)
        _ = try await expectAsWritten(Region(), in: lab)
        _ = try await expectAsWritten(DeadUnits(), in: lab)
        _ = try await expectAsWritten(Rates(), in: lab)
    }

    @Test func mutantsOfConvexProblemsAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Projection(), Projection.wrongResults, Projection.wrongFormulas,
            sound: try await expectAsWritten(Projection(), in: lab), in: lab)
        var few = Multipliers.parameters(for: .quick)
        (few.problems, few.starts) = (3, 3)
        try await expectMutantsNoticed(
            by: Multipliers(), Multipliers.wrongResults, Multipliers.wrongFormulas,
            sound: try await expectAsWritten(Multipliers(), in: lab), small: few, in: lab)
        try await expectMutantsNoticed(
            by: Region(), Region.wrongResults, Region.wrongFormulas,
            sound: try await expectAsWritten(Region(), in: lab), in: lab)
    }

    @Test func mutantsOfNetworksAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Chain(), Chain.wrongResults, Chain.wrongFormulas, sound: try await expectAsWritten(Chain(), in: lab),
            in: lab)
        try await expectMutantsNoticed(
            by: DeadUnits(), DeadUnits.wrongResults, sound: try await expectAsWritten(DeadUnits(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Rates(), Rates.wrongResults, sound: try await expectAsWritten(Rates(), in: lab), in: lab)
    }
}
