import Foundation
import LinearAlgebra

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

extension Schedule {
    /// - Throws: `LearningError.outOfRange` unless this can be a learning rate: above 0 at the start and never below.
    func checkRate() throws(LearningError) {
        let first = value(at: 0)
        guard first > 0, first.isFinite else {
            throw .outOfRange(setting: "learning rate", value: first, allowed: "finite and above 0")
        }
        try check("learning rate", allowed: "finite and at least 0") { $0 >= 0 && $0.isFinite }
    }

    /// The learning rate after `epoch` epochs.
    ///
    /// - Throws: `LearningError.outOfRange` when it left its range.
    func rate(at epoch: Double) throws(LearningError) -> Double {
        let rate = value(at: epoch)
        guard rate >= 0, rate.isFinite else {
            throw .outOfRange(
                setting: "learning rate after \(epoch) epochs", value: rate, allowed: "finite and at least 0")
        }
        return rate
    }

    /// - Throws: `LearningError.outOfRange` when the schedule's numbers make none, or its values at its start, end or steps are
    ///   not among those that `isAllowed` lets pass.
    func check(_ setting: String, allowed: String, _ isAllowed: (Double) -> Bool) throws(LearningError) {
        let turns: [Double]
        switch self {
        case .constant: turns = [0]
        case .linear(_, _, let epochs):
            guard epochs >= 0 else {
                throw .outOfRange(setting: "epochs of the \(setting)", value: epochs, allowed: "at least 0")
            }
            turns = [0, epochs]
        case .exponential(_, let decay):
            guard decay > 0, decay.isFinite else {
                throw .outOfRange(setting: "decay of the \(setting)", value: decay, allowed: "finite and above 0")
            }
            turns = [0]
        case .steps(_, let factor, let epochs):
            guard factor >= 0, factor.isFinite else {
                throw .outOfRange(setting: "factor of the \(setting)", value: factor, allowed: "finite and at least 0")
            }
            if let epoch = epochs.first(where: \.isNaN) {
                throw .outOfRange(setting: "epochs of the \(setting)", value: epoch, allowed: "numbers")
            }
            turns = [0] + epochs.sorted()
        }
        for value in turns.map(value(at:)) where !isAllowed(value) {
            throw .outOfRange(setting: setting, value: value, allowed: allowed)
        }
    }
}

extension Schedule: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .constant(value) }
    public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
