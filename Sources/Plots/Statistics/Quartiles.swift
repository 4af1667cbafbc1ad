/// The quartiles of some numbers; those that are not finite don't count.
struct Quartiles {
    let low, median, high: Double
    /// The numbers, rising.
    let sorted: [Double]

    /// Quantiles interpolate linearly between order statistics (type 7). Nil without a number.
    init?(_ values: [Double]) {
        sorted = values.filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return nil }
        low = Spread.quantile(sorted, 0.25)
        median = Spread.quantile(sorted, 0.5)
        high = Spread.quantile(sorted, 0.75)
    }

    /// The outermost numbers within one and a half times the box beyond it (Tukey's whiskers).
    var whiskers: (low: Double, high: Double) {
        let reach = 1.5 * (high - low)
        return (sorted.first { $0 >= low - reach } ?? low, sorted.last { $0 <= high + reach } ?? high)
    }

    /// What lies beyond the whiskers.
    var outliers: [Double] { sorted.filter { $0 < whiskers.low || $0 > whiskers.high } }
}
