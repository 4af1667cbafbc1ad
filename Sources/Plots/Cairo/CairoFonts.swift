import CCairo
import Synchronization

/// The installed faces, loaded once; letters are looked up once a face.
///
/// Cairo counts references to its faces atomically and locks each face while it loads a letter, so handles may cross threads.
/// The faces are opened here: of those it opens itself, Cairo keeps ten, and closes others while a thread may be using them.
final class CairoFonts: Sendable {
    static let shared = CairoFonts()

    /// A face of Cairo, kept for the life of the process.
    struct Handle: @unchecked Sendable {
        let face: OpaquePointer
        /// The face at a thousand units an em, for measuring.
        let scaled: OpaquePointer
    }

    /// A letter's glyph and its size at one unit an em, without hints.
    struct Glyph: Sendable {
        let index: UInt
        let face: FontFace
        let advance: Double
        /// Reach of the ink above and below the baseline.
        let ascent: Double
        let descent: Double
    }

    private struct State {
        /// FreeType, started with the first face.
        var library: OpaquePointer?
        var handles: [FontFace: Handle] = [:]
        var glyphs: [FontFace: [Unicode.Scalar: Glyph]] = [:]
        var outlines: [FontFace: [UInt: Path]] = [:]
    }

    private let state = Mutex(State())

    /// The glyphs of a string; a letter that the face lacks comes from a substitute.
    ///
    /// - Throws: `PlotError.missingLetter` where no substitute has it either, or `.missingFont`.
    func glyphs(of string: String, face: FontFace) throws -> [Glyph] {
        try state.withLock { state in
            var found: [Glyph] = []
            for scalar in string.unicodeScalars {
                if let glyph = state.glyphs[face]?[scalar] {
                    found.append(glyph)
                    continue
                }
                var chosen: Glyph?
                for candidate in [face] + face.substitutes {
                    let handle = try Self.handle(of: candidate, in: &state)
                    let glyph = Self.glyph(of: scalar, candidate, handle)
                    if chosen == nil || glyph.index != 0 { chosen = glyph }
                    if glyph.index != 0 { break }
                }
                if let chosen {
                    guard chosen.index != 0 else {
                        throw PlotError.missingLetter(Character(scalar), label: string)
                    }
                    state.glyphs[face, default: [:]][scalar] = chosen
                    found.append(chosen)
                }
            }
            return found
        }
    }

    /// A glyph's outline at a thousand units an em, its origin on the baseline; empty for a space.
    ///
    /// - Throws: `PlotError.missingFont`, or `.cairo` when memory runs out.
    func outline(of glyph: Glyph) throws -> Path {
        try state.withLock { state in
            if let outline = state.outlines[glyph.face]?[glyph.index] { return outline }
            let outline = try Path(outlineOf: glyph.index, in: Self.handle(of: glyph.face, in: &state).scaled)
            state.outlines[glyph.face, default: [:]][glyph.index] = outline
            return outline
        }
    }

    func handle(of face: FontFace) throws -> Handle {
        try state.withLock { try Self.handle(of: face, in: &$0) }
    }

    private static func handle(of face: FontFace, in state: inout State) throws -> Handle {
        if let handle = state.handles[face] { return handle }
        if state.library == nil { FT_Init_FreeType(&state.library) }
        var open: FT_Face?
        guard let file = file(of: face), FT_New_Face(state.library, file, 0, &open) == 0,
            let cairoFace = cairo_ft_font_face_create_for_ft_face(open, 0)
        else { throw PlotError.missingFont(family: face.family, style: face.style) }
        var size = cairo_matrix_t()
        cairo_matrix_init_scale(&size, 1000, 1000)
        var identity = cairo_matrix_t()
        cairo_matrix_init_identity(&identity)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        setUnhinted(options)
        guard let scaled = cairo_scaled_font_create(cairoFace, &size, &identity, options),
            cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS
        else { throw PlotError.missingFont(family: face.family, style: face.style) }
        let handle = Handle(face: cairoFace, scaled: scaled)
        state.handles[face] = handle
        return handle
    }

    /// Letters are as wide in every kind of file only without hints.
    static func setUnhinted(_ options: OpaquePointer?) {
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    }

    /// The TrueType file of a face; web fonts of the same family are passed over.
    private static func file(of face: FontFace) -> String? {
        guard let pattern = FcPatternCreate() else { return nil }
        defer { FcPatternDestroy(pattern) }
        FcPatternAddString(pattern, FC_FAMILY, face.family)
        FcPatternAddString(pattern, FC_STYLE, face.style)
        guard let wanted = FcObjectSetCreate() else { return nil }
        defer { FcObjectSetDestroy(wanted) }
        FcObjectSetAdd(wanted, FC_FILE)
        guard let list = FcFontList(nil, pattern, wanted) else { return nil }
        defer { FcFontSetDestroy(list) }
        var files: [String] = []
        for index in 0..<Int(list.pointee.nfont) {
            var name: UnsafeMutablePointer<FcChar8>?
            if FcPatternGetString(list.pointee.fonts[index], FC_FILE, 0, &name) == FcResultMatch, let name {
                files.append(String(cString: name))
            }
        }
        return files.filter { $0.hasSuffix(".ttf") || $0.hasSuffix(".otf") }.min()
    }

    private static func glyph(of scalar: Unicode.Scalar, _ face: FontFace, _ handle: Handle) -> Glyph {
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var count: Int32 = 0
        let text = String(Character(scalar))
        cairo_scaled_font_text_to_glyphs(
            handle.scaled, 0, 0, text, Int32(text.utf8.count), &glyphs, &count, nil, nil, nil)
        defer { cairo_glyph_free(glyphs) }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(handle.scaled, glyphs, min(count, 1), &extents)
        return Glyph(
            index: count > 0 ? glyphs?.pointee.index ?? 0 : 0, face: face, advance: extents.x_advance / 1000,
            ascent: max(0, -extents.y_bearing) / 1000, descent: max(0, extents.y_bearing + extents.height) / 1000)
    }
}
