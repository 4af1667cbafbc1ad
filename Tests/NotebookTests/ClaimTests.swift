import Notebook
import Testing

@Suite struct ClaimTests {
    static let good = Check.error("good", 0, atMost: 1)
    static let bad = Check.error("bad", 2, atMost: 1)
    static let open = Check.undecided("open", because: "of a reason")
    static let vague = Check.positive("vague", differences: [1, -1])
    static let wrong = Check.erratum("wrong", asPrinted: 2, corrected: 0, tolerance: 1)

    func claim(_ checks: [Check]) -> Claim {
        Claim("0-0E", "statement", method: "method") { checks }
    }

    @Test func theWorstCheckDecides() {
        #expect(claim([Self.good, Self.good]).verdict == .holds)
        #expect(claim([Self.good, Self.wrong]).verdict == .erratum)
        #expect(claim([Self.wrong, Self.open]).verdict == .undecided)
        #expect(claim([Self.open, Self.vague]).verdict == .inconclusive)
        #expect(claim([Self.vague, Self.bad, Self.good]).verdict == .contradicted)
        #expect(claim([Self.good, Self.bad]).decisive == Self.bad)
    }

    @Test func theExpectationMayDependOnTheProfile() {
        let expectation = Expectation(.holds, except: [.full: .inconclusive])
        #expect(expectation.verdict(in: .quick) == .holds)
        #expect(expectation.verdict(in: .full) == .inconclusive)
    }

    @Test func nothingMeasuredDecidesNothing() {
        let empty = claim([])
        #expect(empty.verdict == .undecided)
        #expect(empty.decisive.reason == "Its parameters leave nothing to compare.")
    }
}
