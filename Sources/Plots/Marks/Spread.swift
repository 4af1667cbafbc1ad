/// How replicates are drawn together into a middle and a band.
public enum Spread: Hashable, Sendable {
    /// Mean ± standard error.
    case standardError
    /// Mean ± standard deviation.
    case standardDeviation
    /// Median between two quantiles, given as shares between 0 and 1.
    case quantiles(Double, Double)
    /// Mean between the lowest and the highest.
    case range
    /// Mean and its bootstrap interval at a confidence between 0 and 1: quantiles of a thousand resampled means,
    /// always the same ones.
    case bootstrap(Double)

    /// - Throws: `PlotError.badNumber` for a share that is not between 0 and 1.
    func check() throws {
        let shares: [Double] =
            switch self {
            case .quantiles(let low, let high): [low, high]
            case .bootstrap(let confidence): [confidence]
            default: []
            }
        for share in shares where !(0...1).contains(share) {
            throw PlotError.badNumber(what: "a quantile or confidence", value: share)
        }
    }

    /// The lower end, the middle and the upper end of some values; those that are not finite don't count.
    ///
    /// One value has a middle but no spread: its ends are NaN.
    ///
    /// The deviation divides by n − 1; quantiles interpolate linearly between order statistics (type 7).
    func estimate(_ values: [Double]) -> (low: Double, middle: Double, high: Double) {
        let values = values.filter(\.isFinite).sorted()
        guard let lowest = values.first, let highest = values.last else { return (.nan, .nan, .nan) }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        guard values.count > 1 else { return (.nan, mean, .nan) }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / (count - 1)).squareRoot()
        switch self {
        case .standardError:
            let error = deviation / count.squareRoot()
            return (mean - error, mean, mean + error)
        case .standardDeviation: return (mean - deviation, mean, mean + deviation)
        case .quantiles(let low, let high):
            return (Spread.quantile(values, low), Spread.quantile(values, 0.5), Spread.quantile(values, high))
        case .range: return (lowest, mean, highest)
        case .bootstrap(let confidence):
            var state: UInt64 = 0x2545_F491_4F6C_DD1D
            let means = (0..<1000).map { _ in
                (0..<values.count).reduce(0.0) { sum, _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return sum + values[Int((state >> 33) % UInt64(values.count))]
                } / count
            }.sorted()
            let tail = (1 - max(0, min(1, confidence))) / 2
            return (Spread.quantile(means, tail), mean, Spread.quantile(means, 1 - tail))
        }
    }

    /// The quantile of values that rise.
    static func quantile(_ values: [Double], _ share: Double) -> Double {
        let place = max(0, min(1, share)) * Double(values.count - 1)
        let below = Int(place)
        let above = min(below + 1, values.count - 1)
        return values[below] + (place - Double(below)) * (values[above] - values[below])
    }

    /// What the band shows, for the legend.
    func note(counts: ClosedRange<Int>) -> String {
        let (least, most) = (counts.lowerBound, counts.upperBound)
        let count = least == most ? "\(most)" : "\(least)$–$\(most)"
        switch self {
        case .standardError: return "mean ± s.e., $n = \(count)$"
        case .standardDeviation: return "mean ± s.d., $n = \(count)$"
        case .quantiles(let low, let high):
            return "median, \(NumberFormat.short(100 * low))–\(NumberFormat.short(100 * high)) %, $n = \(count)$"
        case .range: return "mean, range, $n = \(count)$"
        case .bootstrap(let confidence):
            return "mean, \(NumberFormat.short(100 * confidence)) % bootstrap interval, $n = \(count)$"
        }
    }
}
