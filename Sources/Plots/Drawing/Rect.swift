/// An upright rectangle in points, y downwards.
public struct Rect: Hashable, Sendable {
    public var x, y, width, height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The rectangle with these edges.
    init(left: Double, top: Double, right: Double, bottom: Double) {
        self.init(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// The smallest rectangle around points; nil without a point.
    init?(around points: [XY]) {
        guard let first = points.first else { return nil }
        var (low, high) = (first, first)
        for point in points.dropFirst() {
            low = XY(min(low.x, point.x), min(low.y, point.y))
            high = XY(max(high.x, point.x), max(high.y, point.y))
        }
        self.init(left: low.x, top: low.y, right: high.x, bottom: high.y)
    }

    public var left: Double { x }
    public var right: Double { x + width }
    public var top: Double { y }
    public var bottom: Double { y + height }
    public var centre: XY { XY(x + width / 2, y + height / 2) }

    /// The rectangle made smaller (or larger, by a negative distance) on every side.
    func inset(_ distance: Double) -> Rect {
        Rect(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
    }

    func inset(_ edges: Insets) -> Rect {
        Rect(
            x: x + edges.left, y: y + edges.top, width: width - edges.left - edges.right,
            height: height - edges.top - edges.bottom)
    }

    func contains(_ point: XY) -> Bool { point.x >= left && point.x <= right && point.y >= top && point.y <= bottom }

    func contains(_ other: Rect, slack: Double = 1e-6) -> Bool {
        other.left >= left - slack && other.right <= right + slack && other.top >= top - slack
            && other.bottom <= bottom + slack
    }

    /// Whether two rectangles touch, also where one of them has no area.
    func meets(_ other: Rect) -> Bool {
        left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
    }

    /// The area that two rectangles share.
    func overlap(_ other: Rect) -> Double {
        let across = min(right, other.right) - max(left, other.left)
        let down = min(bottom, other.bottom) - max(top, other.top)
        return across > 0 && down > 0 ? across * down : 0
    }

    func union(_ other: Rect) -> Rect {
        Rect(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
