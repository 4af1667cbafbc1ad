/// A measured thing that prose quotes by name.
public enum Value: Sendable, Equatable {
    case number(Double)
    case count(Int)
    case text(String)
    /// A mean with the half-width of its confidence interval and the number of replicates behind it.
    case estimate(mean: Double, halfWidth: Double, n: Int)
}

extension Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .count(value) }
    public init(stringLiteral value: String) { self = .text(value) }
}

extension PageElement {
    public static func value(_ name: String, _ value: Double) -> PageElement { .value(name, .number(value)) }
    public static func value(_ name: String, _ value: Int) -> PageElement { .value(name, .count(value)) }
    public static func value(_ name: String, _ value: String) -> PageElement { .value(name, .text(value)) }
    public static func value(_ name: String, _ estimate: Estimate) -> PageElement {
        .value(name, .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n))
    }
}
