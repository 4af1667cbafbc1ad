import Learning
import Testing

@Suite struct StudentTTests {
    /// Published quantiles, to the digits printed.
    @Test(arguments: [(1.0, 63.657), (2, 9.925), (7, 3.499), (19, 2.861), (120, 2.617)])
    func quantileMatchesTheTables(degrees: Double, expected: Double) {
        #expect(abs(StudentT(degreesOfFreedom: degrees).quantile(0.995) - expected) < 5e-4)
    }

    @Test func cumulativeInvertsQuantile() {
        let t = StudentT(degreesOfFreedom: 4)
        for p in [0.01, 0.2, 0.5, 0.9, 0.999] {
            #expect(abs(t.cumulative(t.quantile(p)) - p) < 1e-12)
        }
    }
}
