/// Something measured: what a value or a table's cell holds.
public enum Quantity: Sendable, Equatable {
    case number(Double)
    case count(Int)
    case text(String)
    /// A mean with the half-width of its confidence interval and the number of replicates behind it.
    case estimate(mean: Double, halfWidth: Double, n: Int)

    public init(_ estimate: Estimate) {
        self = .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n)
    }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .count(value) }
    public init(stringLiteral value: String) { self = .text(value) }
}
