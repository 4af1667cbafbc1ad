/// Measures letters of the installed faces as Cairo draws them, without hints.
public struct SystemTextMeasure: TextMeasure {
    public init() {}

    public func extent(of string: String, face: FontFace, size: Double) throws -> TextExtent {
        var extent = TextExtent(width: 0, ascent: 0, descent: 0)
        for glyph in try CairoFonts.shared.glyphs(of: string, face: face) {
            extent.width += glyph.advance * size
            extent.ascent = max(extent.ascent, (glyph.ascent + glyph.offset.y) * size)
            extent.descent = max(extent.descent, (glyph.descent - glyph.offset.y) * size)
        }
        return extent
    }
}
