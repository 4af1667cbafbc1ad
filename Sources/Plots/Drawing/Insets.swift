/// Distances from the edges of a rectangle, in points.
struct Insets: Hashable, Sendable {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0

    /// The larger distance on each side.
    func union(_ other: Insets) -> Insets {
        Insets(
            left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
