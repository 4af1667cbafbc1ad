import Foundation
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

    /// In 50 digits by mpmath.
    @Test(arguments: [
        (5.0, 1e-10, -156.82559270889431748), (5, 1e-14, -989.58663878849528092), (5, 1e-17, -3939.6234445579056395),
    ])
    func tailsKeepTheirDigits(degrees: Double, p: Double, expected: Double) {
        #expect(abs(StudentT(degreesOfFreedom: degrees).quantile(p) / expected - 1) < 1e-13)
    }

    @Test func nearTheMiddle() {
        let t = StudentT(degreesOfFreedom: 5)
        #expect(abs(t.quantile(0.5 + 0x1p-40) / 0x1p-40 - 2.63430552414027) < 1e-12)
        #expect(abs(StudentT(degreesOfFreedom: 1).cumulative(7e-9) - 0.5 - 2.2281692032865e-9) < 1.2e-16)
    }

    @Test(arguments: [
        (1e6, 0.93319264088160362), (1e8, 0.93319279715264624), (1e10, 0.93319279871535698),
        (1e12, 0.93319279873098408), (1e16, 0.93319279873114192), (.infinity, 0.93319279873114192),
    ])
    func manyDegreesOfFreedom(degrees: Double, expected: Double) {
        #expect(abs(StudentT(degreesOfFreedom: degrees).cumulative(1.5) - expected) < 4e-16)
    }

    @Test func endsAndWhatLiesBeyond() {
        let t = StudentT(degreesOfFreedom: 3)
        #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity)
        #expect(t.cumulative(-.infinity) == 0 && t.cumulative(.infinity) == 1)
        #expect(t.quantile(-0.1).isNaN && t.quantile(.nan).isNaN && t.cumulative(.nan).isNaN)
        #expect(StudentT(degreesOfFreedom: 0).quantile(0.9).isNaN)
        #expect(StudentT(degreesOfFreedom: -1).cumulative(1).isNaN)
        #expect(abs(StudentT(degreesOfFreedom: .infinity).quantile(0.975) - 1.959963984540054) < 1e-15)
        // For half a degree of freedom the tail falls with the root of t.
        let half = StudentT(degreesOfFreedom: 0.5)
        #expect(abs(half.cumulative(-1e300) / half.cumulative(-1e100) / 1e-100 - 1) < 1e-12)
        #expect(Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity && Normal.quantile(2).isNaN)
    }
}
