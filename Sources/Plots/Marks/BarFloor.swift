import Foundation

/// What an axis shows of bars beyond their numbers: on a logarithmic one, which has no zero, where they stand; beside their base,
/// where infinite ones go.
enum BarFloor {
    /// The power of ten below a value: the lowest bar is as tall as the step to it.
    static func below(_ lowest: Double) -> Double {
        lowest.isFinite && lowest > 0 ? pow(10, (log10(lowest) - 1e-9).rounded(.up) - 1) : .nan
    }

    /// A number on each side of the base to which only infinite values reach, so that something is seen of them.
    static func room(for values: [Double], from base: Double) -> [Double] {
        guard values.contains(where: \.isInfinite) else { return [] }
        let finite = values.filter(\.isFinite)
        let tallest = finite.map { abs($0 - base) }.max() ?? 0
        let reach = tallest > 0 ? 0.1 * tallest : 1
        var room: [Double] = []
        if values.contains(.infinity), finite.allSatisfy({ $0 <= base }) { room.append(base + reach) }
        if values.contains(-.infinity), finite.allSatisfy({ $0 >= base }) { room.append(base - reach) }
        return room
    }
}
