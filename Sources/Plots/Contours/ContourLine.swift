/// A line of equal value, in data units, with the higher values on its left.
public struct ContourLine: Hashable, Sendable {
    public let points: [XY]
    /// True when the line ends where it starts; the first point is then not repeated.
    public let isClosed: Bool
}
