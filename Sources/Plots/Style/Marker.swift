/// The shape of a point.
public enum Marker: Hashable, Sendable {
    case dot, openDot, square, openSquare, triangle, diamond, cross, plus, none
}
