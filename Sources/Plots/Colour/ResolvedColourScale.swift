import Foundation

/// A colour scale whose range is settled.
struct ResolvedColourScale: Hashable, Sendable {
    let scale: ColourScale
    /// The numbers of the ends; 0 to 1 without data.
    let low, high: Double
    private let table: [RGB]

    init(scale: ColourScale) {
        self.scale = scale
        low = scale.range?.lowerBound ?? 0
        high = scale.range?.upperBound ?? 1
        table = scale.map.table
    }

    /// The share of the way along the map; NaN for a number without a colour.
    func share(of value: Double) -> Double {
        let even: (Double) -> Double = { scale.isLogarithmic ? ($0 > 0 ? log($0) : .nan) : $0 }
        let (low, high, place) = (even(low), even(high), even(value))
        if let centre = scale.centre.map(even) {
            let reach = max(centre - low, high - centre)
            return reach > 0 ? 0.5 + (place - centre) / reach / 2 : 0.5
        }
        if place.isInfinite { return place < 0 ? 0 : 1 }
        // In halves, as the difference may be beyond all numbers.
        return high > low ? (place / 2 - low / 2) / (high / 2 - low / 2) : place.isNaN ? .nan : 0.5
    }

    /// The colour of a number; nil where it has none.
    func colour(of value: Double) -> RGB? {
        if value < low, let under = scale.under { return under }
        if value > high, let over = scale.over { return over }
        let share = share(
            of: max(min(value, high), value.isNaN ? .nan : scale.isLogarithmic && value <= 0 ? .nan : low))
        guard !value.isNaN, !share.isNaN else { return scale.missing }
        return table[Int(max(0, min(1, share)) * 255)]
    }
}
