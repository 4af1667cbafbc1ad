import Notebook
import Testing

@Suite struct CheckTests {
    @Test func anErrorMeetsItsToleranceOrNot() {
        #expect(Check.error("e", 1e-11, atMost: 1e-10).verdict == .holds)
        #expect(Check.error("e", -1e-9, atMost: 1e-10).verdict == .contradicted)
        #expect(Check.error("e", .nan, atMost: 1e-10).verdict == .contradicted)
        #expect(Check.error("e", .infinity, atMost: 1e-10).verdict == .contradicted)
    }

    @Test func boundsAreWhatTheySay() {
        #expect(Check.number("x", 1, .atLeast(1)).verdict == .holds)
        #expect(Check.number("x", 1, .above(1)).verdict == .contradicted)
        #expect(Check.number("x", 1, .within(0.5...1)).verdict == .holds)
        #expect(Check.number("x", 1.01, .within(0.5...1)).verdict == .contradicted)
        #expect(Check.number("x", .nan, .within(0.5...1)).verdict == .contradicted)
    }

    @Test func allMeansEveryOneOfSome() {
        #expect(Check.all("cases", 3, of: 3).verdict == .holds)
        #expect(Check.all("cases", 2, of: 3).verdict == .contradicted)
        #expect(Check.all("cases", 0, of: 0).verdict == .contradicted)
    }

    @Test func anErratumNeedsAWrongPrintAndARightCorrection() {
        #expect(Check.erratum("e", asPrinted: 1, corrected: 1e-12, tolerance: 1e-9).verdict == .erratum)
        #expect(Check.erratum("e", asPrinted: 1e-12, corrected: 1e-12, tolerance: 1e-9).verdict == .holds)
        #expect(Check.erratum("e", asPrinted: 1, corrected: 1, tolerance: 1e-9).verdict == .contradicted)
        #expect(Check.erratum("e", asPrinted: .nan, corrected: .nan, tolerance: 1e-9).verdict == .contradicted)
    }

    @Test func aPairedComparisonFollowsItsInterval() {
        #expect(Check.positive("d", differences: [1, 1.1, 0.9, 1]).verdict == .holds)
        #expect(Check.positive("d", differences: [-1, -1.1, -0.9, -1]).verdict == .contradicted)
        #expect(Check.positive("d", differences: [1, -1.1, 0.9, -1]).verdict == .inconclusive)
        #expect(Check.positive("d", differences: [5]).verdict == .inconclusive)
        #expect(Check.positive("d", differences: [.nan, 1, 2]).verdict == .inconclusive)
    }

    @Test func aMonteCarloMeanLiesWithinThreeErrors() {
        #expect(Check.mean("m", of: [0.9, 1, 1.1, 1], equals: 1).verdict == .holds)
        #expect(Check.mean("m", of: [0.9, 1, 1.1, 1], equals: 2).verdict == .contradicted)
        #expect(Check.mean("m", of: [.nan, 1], equals: 1).verdict == .contradicted)
    }

    @Test func theIntervalIsStudents() {
        let estimate = Estimate(of: [1, 2, 3, 4])
        #expect(estimate.mean == 2.5)
        // 5.8409 is the 99.5 % quantile of t with three degrees of freedom.
        #expect(abs(estimate.halfWidth - 5.8409 * (5.0 / 3 / 4).squareRoot()) < 1e-3)
        #expect(Estimate(of: [1]).halfWidth == .infinity)
    }

    /// So many differences with this mean and standard deviation.
    private static func differences(_ count: Int, mean: Double, deviation: Double) -> [Double] {
        let reach = deviation * (Double(count - 1) / Double(count)).squareRoot()
        return (0..<count).map { $0.isMultiple(of: 2) ? mean + reach : mean - reach }
    }

    @Test(arguments: [0.05, 0.3, 0.8, -0.4])
    func tellsHowManyReplicatesWouldDecide(mean: Double) throws {
        let few = Check.positive("few", differences: Self.differences(6, mean: mean, deviation: 1))
        #expect(few.isComparison)
        #expect(few.verdict == .inconclusive)
        let enough = try #require(few.replicatesToDecide)
        let even = enough + enough % 2
        let decided: Verdict = mean > 0 ? .holds : .contradicted
        #expect(Check.positive("", differences: Self.differences(even, mean: mean, deviation: 1)).verdict == decided)
        let short = Check.positive("", differences: Self.differences(even - 2, mean: mean, deviation: 1))
        #expect(short.verdict == .inconclusive)
    }

    @Test func noNumberOfReplicatesDecidesNothingAtAll() {
        #expect(Check.positive("", differences: [1, -1, 1, -1]).replicatesToDecide == nil)
        #expect(!Check.number("", 1, .above(0)).isComparison)
    }
}
