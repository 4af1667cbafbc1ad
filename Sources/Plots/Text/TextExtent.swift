/// The size of letters in points, from the left end of their baseline.
public struct TextExtent: Hashable, Sendable {
    /// How far the pen advances.
    public var width: Double
    /// How far the ink reaches above the baseline.
    public var ascent: Double
    /// How far the ink reaches below the baseline.
    public var descent: Double

    public init(width: Double, ascent: Double, descent: Double) {
        self.width = width
        self.ascent = ascent
        self.descent = descent
    }
}
