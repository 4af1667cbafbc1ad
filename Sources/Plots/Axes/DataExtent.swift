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
    /// The names of categories along x or y, where marks have such: each once, in the order in which they first come.
    public var xCategories: [String] = []
    public var yCategories: [String] = []
    /// True where the numbers along x or y are moments, in seconds since the start of 1970 in UTC.
    public var xIsTime = false
    public var yIsTime = false
    /// True when the mark fills its extent, so that a panel needs no margin around it.
    public var isTight = false

    public init() {}

    public mutating func include(x value: Double) { x.include(value) }
    public mutating func include(y value: Double) { y.include(value) }

    /// The reach of several marks together.
    init(_ marks: [any Mark], x: AxisScale, y: AxisScale) {
        for mark in marks { include(mark.extent(x: x, y: y)) }
    }

    mutating func include(_ other: DataExtent) {
        x.include(other.x)
        y.include(other.y)
        xCategories += other.xCategories.filter { !xCategories.contains($0) }
        yCategories += other.yCategories.filter { !yCategories.contains($0) }
        xIsTime = xIsTime || other.xIsTime
        yIsTime = yIsTime || other.yIsTime
        isTight = isTight || other.isTight
    }
}
