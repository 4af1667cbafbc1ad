import Foundation

/// How a setting changes over the epochs of training; `epoch` counts from 0 and may be a fraction.
public enum Schedule: Sendable, Hashable, Codable {
    case constant(Double)
    /// From `from` at the start to `to` after `epochs`, and `to` from then on.
    case linear(from: Double, to: Double, epochs: Double)
    /// `start` · `decay`^epoch.
    case exponential(start: Double, decay: Double)
    /// `start` · `factor`^k once k of `epochs` have passed.
    case steps(start: Double, factor: Double, epochs: [Double])

    /// The setting's value at `epoch`.
    public func value(at epoch: Double) -> Double {
        switch self {
        case .constant(let value): value
        case .linear(let from, let to, let epochs):
            epochs <= 0 ? to : from + (to - from) * min(1, epoch / epochs)
        case .exponential(let start, let decay): start * pow(decay, epoch)
        case .steps(let start, let factor, let epochs):
            start * pow(factor, Double(epochs.filter { $0 <= epoch }.count))
        }
    }
}

extension Schedule: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .constant(value) }
    public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
