import Foundation

/// At which values contours are drawn.
public enum Levels: Hashable, Sendable {
    /// So many, evenly between the lowest and the highest value.
    case count(Int)
    case explicit([Double])
    /// So many, evenly in the logarithm between the lowest positive and the highest value.
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
            return even(range.lowerBound, range.upperBound, count)
        case .logarithmic(let count):
            let positive = field.values.filter { $0 > 0 && $0.isFinite }
            guard let low = positive.min(), let high = positive.max(), low < high else { return [] }
            return even(log(low), log(high), count).map { exp($0) }
        case .quantiles(let count):
            let sorted = field.values.filter(\.isFinite).sorted()
            guard let low = sorted.first, let high = sorted.last, low < high, count > 0 else { return [] }
            return (1...count).map { sorted[$0 * (sorted.count - 1) / (count + 1)] }
        }
    }

    private func even(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard count > 0 else { return [] }
        return (1...count).map { low + (high - low) * Double($0) / Double(count + 1) }
    }
}
