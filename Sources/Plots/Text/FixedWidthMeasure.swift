/// A measure for which every letter is half an em wide: the same on every machine, for tests of layout.
public struct FixedWidthMeasure: TextMeasure {
    public init() {}

    public func extent(of string: String, face: FontFace, size: Double) -> TextExtent {
        TextExtent(width: 0.5 * size * Double(string.count), ascent: 0.7 * size, descent: 0.2 * size)
    }
}
