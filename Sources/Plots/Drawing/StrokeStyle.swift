/// How a path is stroked.
public struct StrokeStyle: Hashable, Sendable {
    public enum Cap: Hashable, Sendable { case butt, round, square }
    public enum Join: Hashable, Sendable { case miter, round }

    public var paint: Paint
    /// In points.
    public var width: Double
    public var dash: Dash
    public var cap: Cap
    public var join: Join

    public init(paint: Paint, width: Double, dash: Dash = .solid, cap: Cap = .butt, join: Join = .miter) {
        self.paint = paint
        self.width = width
        self.dash = dash
        self.cap = cap
        self.join = join
    }
}
