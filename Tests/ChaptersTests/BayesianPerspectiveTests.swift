import BayesianPerspective
import Learning
import Notebook
import Testing

@Suite struct BayesianPerspectiveTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: BayesianPerspectiveSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        _ = try await expectAsWritten(BayesRule(), in: lab)
        _ = try await expectAsWritten(Averaging(), in: lab)
        _ = try await expectAsWritten(NotPriors(), in: lab)
    }

    @Test func beliefsAreDrawnForEachCount() async throws {
        let results = try await expectAsWritten(Beliefs(), in: Self.lab())
        let page = try Beliefs().show(results, Beliefs.parameters(for: .quick))
        #expect(page.figures.first?.frames.count == 6)
    }

    @Test func mutantsAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: BayesRule(), BayesRule.wrongResults, BayesRule.wrongFormulas,
            sound: try await expectAsWritten(BayesRule(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Averaging(), Averaging.wrongResults, Averaging.wrongFormulas,
            sound: try await expectAsWritten(Averaging(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: NotPriors(), NotPriors.wrongResults, NotPriors.wrongFormulas,
            sound: try await expectAsWritten(NotPriors(), in: lab), in: lab)
    }
}
