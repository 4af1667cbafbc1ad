import Notebook
import Testing

@Suite struct MutationScoreTests {
    /// Two claims that a number must not exceed.
    static func claims(_ values: [Double]) -> [Claim] {
        ["0-1E", "0-2E"].enumerated().map { place, id in
            Claim(id, "statement", method: "method") { Check.error("value", values[place], atMost: 1) }
        }
    }

    @Test func mutantsCountForTheClaimTheyWereMadeFor() {
        let mutants: [Mutant<[Double]>] = [
            Mutant("0-1E") { $0[0] = 2 },
            Mutant("0-1E", line: 7) { $0[1] = 2 },
            Mutant("0-2E", line: 8) { $0[1] = 0.5 },
        ]
        let score = mutants.score(on: [0, 0], claims: Self.claims)
        #expect(score.claims == ["0-1E": .init(mutants: 2, caught: 1), "0-2E": .init(mutants: 1, caught: 0)])
        #expect(score.noticedElsewhere == [7])
        #expect(score.missed == [8])
        #expect(score.mutants == 3)
        #expect(score.caught == 1)
    }
}
