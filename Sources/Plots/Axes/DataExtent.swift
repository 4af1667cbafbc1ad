/// From where to where the numbers of marks reach along both axes; what is not finite doesn't count.
public struct DataExtent: Hashable, Sendable {
    /// The reach along one axis.
    struct Span: Hashable, Sendable {
        var lower = Double.infinity
        var upper = -Double.infinity
        var lowestPositive = Double.infinity

        mutating func include(_ value: Double) {
            guard value.isFinite else { return }
            lower = min(lower, value)
            upper = max(upper, value)
            if value > 0 { lowestPositive = min(lowestPositive, value) }
        }

        mutating func include(_ other: Span) {
            lower = min(lower, other.lower)
            upper = max(upper, other.upper)
            lowestPositive = min(lowestPositive, other.lowestPositive)
        }
    }

    var x = Span()
    var y = Span()
    /// The names of categories along x or y, where a mark has such.
    var xCategories: [String] = []
    var yCategories: [String] = []
    /// True when the mark fills its extent, so that a panel needs no margin around it.
    var isTight = false

    public init() {}

    public mutating func include(x value: Double) { x.include(value) }
    public mutating func include(y value: Double) { y.include(value) }

    mutating func include(_ other: DataExtent) {
        x.include(other.x)
        y.include(other.y)
        if xCategories.isEmpty { xCategories = other.xCategories }
        if yCategories.isEmpty { yCategories = other.yCategories }
        isTight = isTight || other.isTight
    }
}
