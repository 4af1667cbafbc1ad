import Foundation

extension Check {
    /// What was measured and what it had to be, in plain text: "slope: -0.512 ± 0.02, to be between -0.61 and -0.59".
    public var summary: String {
        if verdict == .undecided { return "\(what): \(reason)" }
        let interval = halfWidth > 0 ? " ± \(Self.short(halfWidth))" : ""
        return "\(what): \(Self.short(measured))\(interval)\(demand)"
    }

    private var demand: String {
        switch bound {
        case .atMost(let limit): ", to be at most \(Self.short(limit))"
        case .atLeast(let limit): ", to be at least \(Self.short(limit))"
        case .above(let limit): ", to be above \(Self.short(limit))"
        case .within(let range) where range.lowerBound == range.upperBound:
            ", to be \(Self.short(range.lowerBound))"
        case .within(let range):
            ", to be between \(Self.short(range.lowerBound)) and \(Self.short(range.upperBound))"
        case .none: ""
        }
    }

    private static func short(_ value: Double) -> String { String(format: "%.3g", value) }
}
