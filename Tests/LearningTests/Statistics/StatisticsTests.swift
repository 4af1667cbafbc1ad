import Learning
import Testing

@Suite struct StatisticsTests {
    private let numbers = [3.0, 1, 4, 1, 5, 9, 2, 6]

    @Test func summariesOfAFewDigitsOfPi() {
        #expect(numbers.mean == 3.875)
        #expect(abs(numbers.variance - 7.553571428571429) < 1e-15)
        #expect(abs(numbers.standardError - 0.9716977043151993) < 1e-12)
        #expect(numbers.median == 3.5)
        #expect(numbers.quantile(0) == 1 && numbers.quantile(1) == 9)
        #expect(abs(numbers.quantile(0.1) - 1) < 1e-15)
        #expect(abs(numbers.quantile(0.9) - 6.9) < 1e-15)
        #expect(abs(numbers.correlation(with: numbers.map { 3 - 2 * $0 }) + 1) < 1e-15)
    }

    @Test func aLargeOffsetDoesNotSpoilTheVariance() {
        #expect(abs(numbers.map { $0 + 1e9 }.variance - 7.553571428571429) < 1e-6)
    }

    @Test func tooFewNumbersGiveNaN() {
        #expect([1.0].variance.isNaN)
        #expect([Double]().mean.isNaN && [Double]().median.isNaN)
    }
}
