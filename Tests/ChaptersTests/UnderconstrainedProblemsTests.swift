import Learning
import Notebook
import Testing
import UnderconstrainedProblems

@Suite struct UnderconstrainedProblemsTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: UnderconstrainedProblemsSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        _ = try await expectAsWritten(Singular(), in: lab)
        _ = try await expectAsWritten(Growth(), in: lab)
        _ = try await expectAsWritten(Balance(), in: lab)
        _ = try await expectAsWritten(Stopping(), in: lab)
        _ = try await expectAsWritten(Pseudoinverse(), in: lab)
    }

    @Test func theShortestMinimizerIsApproached() async throws {
        let valley = try await expectAsWritten(Valley(), in: Self.lab())
        let distances = valley.minimizers.map { $0.subtracting(valley.shortest).norm }
        #expect(distances.last ?? 1 < 1e-8)
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test func mutantsAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Singular(), Singular.wrongResults, Singular.wrongFormulas,
            sound: try await expectAsWritten(Singular(), in: lab), in: lab)
        var few = Growth.parameters(for: .quick)
        (few.problems, few.directSteps) = (2, 100_000)
        try await expectMutantsNoticed(
            by: Growth(), Growth.wrongResults, Growth.wrongFormulas,
            sound: try await expectAsWritten(Growth(), in: lab), small: few, in: lab)
        try await expectMutantsNoticed(
            by: Balance(), Balance.wrongResults, Balance.wrongFormulas,
            sound: try await expectAsWritten(Balance(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Stopping(), Stopping.wrongResults, sound: try await expectAsWritten(Stopping(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Pseudoinverse(), Pseudoinverse.wrongResults, Pseudoinverse.wrongFormulas,
            sound: try await expectAsWritten(Pseudoinverse(), in: lab), in: lab)
    }
}
