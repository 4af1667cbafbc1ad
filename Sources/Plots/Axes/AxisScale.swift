import Foundation

/// How numbers become places along an axis.
public enum AxisScale: Hashable, Sendable {
    case linear
    /// Common logarithm; values that are not positive have no place.
    case log
    /// Linear up to about ±`linear`, logarithmic beyond: sign(v) log₁₀(1 + |v| / linear).
    case symmetricLog(linear: Double)
    /// Moments in seconds since the start of 1970 in UTC, with the calendar's ticks in a time zone.
    case time(TimeZone)
    /// Names at the places 0, 1, 2, …
    case categorical([String])

    /// Whether values are even along the axis as they are.
    var isEven: Bool {
        switch self {
        case .linear, .categorical, .time: true
        case .log, .symmetricLog: false
        }
    }

    /// The value on a scale that is even along the axis; NaN where it has no place.
    func even(_ value: Double) -> Double {
        switch self {
        case .linear, .categorical, .time: value
        case .log: value > 0 ? log10(value) : .nan
        case .symmetricLog(let linear): (value < 0 ? -1 : 1) * log1p(abs(value) / linear) / Foundation.log(10)
        }
    }

    /// The inverse of `even`.
    func value(even: Double) -> Double {
        switch self {
        case .linear, .categorical, .time: even
        case .log: pow(10, even)
        case .symmetricLog(let linear): (even < 0 ? -1 : 1) * linear * expm1(abs(even) * Foundation.log(10))
        }
    }
}
