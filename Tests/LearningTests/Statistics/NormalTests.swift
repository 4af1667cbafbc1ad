import Learning
import Testing

@Suite struct NormalTests {
    @Test(arguments: [(0.5, 0.0), (0.975, 1.959963984540054), (0.995, 2.5758293035489004), (1e-10, -6.361340902404056)])
    func quantileMatchesPublishedValues(p: Double, expected: Double) {
        #expect(abs(Normal.quantile(p) - expected) < 1e-13 * max(1, abs(expected)) * 10)
        #expect(abs(Normal.cumulative(expected) - p) < 1e-14)
    }

    @Test func densityIntegratesToTheDistribution() {
        let step = 1e-3
        let area = (0..<2000).reduce(0.0) { $0 + step * Normal.density((Double($1) + 0.5) * step) }
        #expect(abs(area - (Normal.cumulative(2) - 0.5)) < 1e-8)
        #expect(abs(Normal.logDensity(3, mean: 1, deviation: 2) - (-0.5 - 1.612085713764618)) < 1e-14)
    }
}
