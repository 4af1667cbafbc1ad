import Foundation

/// At which values contours are drawn.
public enum Levels: Hashable, Sendable {
    /// About so many, at round numbers evenly between the lowest and the highest value.
    case count(Int)
    case explicit([Double])
    /// About so many, at round numbers evenly in the logarithm between the lowest positive and the highest value.
    case logarithmic(Int)
    /// So many quantiles of the values: about as much area between each two.
    case quantiles(Int)

    /// How many levels are asked for.
    var count: Int {
        switch self {
        case .count(let count), .logarithmic(let count), .quantiles(let count): count
        case .explicit(let values): values.count
        }
    }

    /// - Throws: `PlotError.badNumber` for fewer than none or more than a thousand levels.
    static func check(count: Int) throws {
        guard (0...1000).contains(count) else {
            throw PlotError.badNumber(what: "the number of levels", value: Double(count))
        }
    }

    /// The levels for a field, rising, without those that are not finite.
    func values(for field: ScalarField) -> [Double] {
        guard (0...1000).contains(self.count) else { return [] }
        switch self {
        case .explicit(let values): return values.filter(\.isFinite).sorted()
        case .count(let count):
            guard let range = field.range, range.lowerBound < range.upperBound else { return [] }
            return Levels.round(range.lowerBound, range.upperBound, count)
        case .logarithmic(let count):
            let positive = field.values.filter { $0 > 0 && $0.isFinite }
            guard let low = positive.min(), let high = positive.max(), low < high else { return [] }
            return Levels.roundInLogarithm(low, high, count)
        case .quantiles(let count):
            let sorted = field.values.filter(\.isFinite).sorted()
            guard let low = sorted.first, let high = sorted.last, low < high, count > 0 else { return [] }
            return (1...count).map { sorted[$0 * (sorted.count - 1) / (count + 1)] }
        }
    }

    /// The multiples of a round step strictly between two numbers that are nearest to so many.
    private static func round(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard count > 0, (high - low).isFinite else { return [] }
        let start = Int(floor(log10((high - low) / Double(count + 1))))
        var best: [Double] = []
        for exponent in (start - 1)...(start + 1) {
            for digits in [1.0, 2, 2.5, 5] {
                let (unit, step) = digits == 2.5 ? (exponent - 1, 25) : (exponent, digits)
                func value(_ multiple: Double) -> Double {
                    unit < 0 ? multiple * step / pow(10, Double(-unit)) : multiple * step * pow(10, Double(unit))
                }
                let first = (low / value(1)).rounded(.down)
                let last = (high / value(1)).rounded(.up)
                guard last - first < 3000 else { continue }
                let levels = (0...Int(last - first)).map { value(first + Double($0)) }.filter { $0 > low && $0 < high }
                if best.isEmpty || abs(levels.count - count) < abs(best.count - count) { best = levels }
            }
        }
        return best.isEmpty ? [low / 2 + high / 2] : best
    }

    /// The same in the logarithm: powers of ten, or a few digits times each; between close numbers as `round`.
    private static func roundInLogarithm(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard count > 0 else { return [] }
        let (first, last) = (Int(floor(log10(low))), Int(ceil(log10(high))))
        var best: [Double] = []
        func consider(_ levels: [Double]) {
            let inside = levels.filter { $0 > low && $0 < high }
            if !inside.isEmpty, best.isEmpty || abs(inside.count - count) < abs(best.count - count) { best = inside }
        }
        for digits in [[1.0], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]] {
            consider((first...last).flatMap { decade in digits.map { $0 * pow(10, Double(decade)) } })
        }
        for stride in 2...max(2, last - first + 1) {
            consider((first...last).filter { $0.isMultiple(of: stride) }.map { pow(10, Double($0)) })
        }
        return 2 * best.count < count ? round(low, high, count) : best
    }
}
