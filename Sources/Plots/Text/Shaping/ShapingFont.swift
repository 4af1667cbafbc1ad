import CHarfBuzz

/// A font file as HarfBuzz reads it: joins letters and places marks.
final class ShapingFont {
    /// A glyph and how it stands, in ems.
    struct Glyph {
        let index: UInt
        let advance: Double
        /// From the pen to the right and upwards.
        let offset: XY
    }

    private let font: OpaquePointer
    /// Units an em.
    private static let scale: Int32 = 100_000

    /// Nil where the file can't be read.
    init?(file: String) {
        guard let blob = hb_blob_create_from_file_or_fail(file) else { return nil }
        let face = hb_face_create(blob, 0)
        font = hb_font_create(face)
        hb_face_destroy(face)
        hb_blob_destroy(blob)
        hb_font_set_scale(font, Self.scale, Self.scale)
    }

    deinit { hb_font_destroy(font) }

    /// The script of a scalar, as HarfBuzz counts them; nil for signs that belong to every script.
    static func script(of scalar: UInt32) -> UInt32? {
        let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar)
        return [HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN].contains(script) ? nil : script.rawValue
    }

    /// The glyphs of scalars in one script and direction, from left to right; all of the text is given, for letters join with
    /// what stands beside them.
    func glyphs(of scalars: [UInt32], in range: Range<Int>, isRightToLeft: Bool) -> [Glyph] {
        let buffer = hb_buffer_create()
        defer { hb_buffer_destroy(buffer) }
        hb_buffer_add_utf32(
            buffer, scalars, Int32(scalars.count), UInt32(range.lowerBound), Int32(range.count))
        hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        // The process' locale must not decide what is drawn.
        hb_buffer_set_language(buffer, hb_language_from_string("und", -1))
        hb_buffer_guess_segment_properties(buffer)
        hb_shape(font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        func ems(_ length: Int32) -> Double { Double(length) / Double(Self.scale) }
        return (0..<Int(count)).map { place in
            let position = positions[place]
            return Glyph(
                index: UInt(infos[place].codepoint), advance: ems(position.x_advance),
                offset: XY(ems(position.x_offset), ems(position.y_offset)))
        }
    }
}
