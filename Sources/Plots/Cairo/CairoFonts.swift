import CCairo
import Foundation
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
        /// From the pen to the glyph's origin, to the right and upwards.
        var offset = XY.zero
    }

    private struct State {
        /// FreeType, started with the first face.
        var library: OpaquePointer?
        var handles: [FontFace: Handle] = [:]
        var glyphs: [FontFace: [Unicode.Scalar: Glyph]] = [:]
        var outlines: [FontFace: [UInt: Path]] = [:]
        var shapers: [FontFace: ShapingFont] = [:]
        /// The first face that was looked for and is not installed.
        var missing: FontFace?
        var absent: Set<FontFace> = []
    }

    private let state = Mutex(State())

    /// The glyphs of a string from left to right; a letter that the face lacks comes from a substitute.
    ///
    /// - Throws: `PlotError.missingLetter` where no substitute has it either, or `.missingFont`.
    func glyphs(of string: String, face: FontFace) throws -> [Glyph] {
        try state.withLock { state in
            if ComplexScripts.occur(in: string) { return try Self.shaped(string, face, in: &state) }
            return try string.unicodeScalars.map { scalar in
                if let glyph = state.glyphs[face]?[scalar] { return glyph }
                if face == .strokes, let glyph = Self.stroked(scalar) { return glyph }
                for candidate in [face] + face.substitutes {
                    guard let handle = Self.installed(candidate, in: &state) else { continue }
                    let glyph = Self.glyph(of: scalar, candidate, handle)
                    guard glyph.index != 0 else { continue }
                    state.glyphs[face, default: [:]][scalar] = glyph
                    return glyph
                }
                guard let missing = state.missing else {
                    throw PlotError.missingLetter(Character(scalar), label: string)
                }
                guard let glyph = Self.stroked(scalar) else {
                    throw PlotError.missingFont(family: missing.family, style: missing.style)
                }
                state.glyphs[face, default: [:]][scalar] = glyph
                return glyph
            }
        }
    }

    /// The handle of a face, or nil where it is not installed, which is said once.
    private static func installed(_ face: FontFace, in state: inout State) -> Handle? {
        guard case .success(let handle) = Result(catching: { try handle(of: face, in: &state) }) else {
            if state.missing == nil {
                state.missing = face
                let error = PlotError.missingFont(family: face.family, style: face.style)
                FileHandle.standardError.write(Data("Plots: \(error); until then other letters stand in\n".utf8))
            }
            return nil
        }
        return handle
    }

    private static func stroked(_ scalar: Unicode.Scalar) -> Glyph? {
        guard let letter = StrokeLetters.letter(scalar) else { return nil }
        let reach = StrokeLetters.reach(letter)
        return Glyph(
            index: UInt(scalar.value), face: .strokes, advance: letter.width * StrokeLetters.unit,
            ascent: reach.ascent, descent: reach.descent)
    }

    /// The glyphs of a string whose letters join, run from right to left or carry marks.
    private static func shaped(_ string: String, _ face: FontFace, in state: inout State) throws -> [Glyph] {
        var scalars: [UInt32] = []
        var faces: [FontFace] = []
        var scripts: [UInt32?] = []
        for character in string {
            let own = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
            // A letter and its marks are of one face.
            let found = ([face] + face.substitutes).first { candidate in
                guard let handle = installed(candidate, in: &state) else { return false }
                return own.allSatisfy { glyph(of: $0, candidate, handle).index != 0 }
            }
            guard let found else {
                if let missing = state.missing {
                    throw PlotError.missingFont(family: missing.family, style: missing.style)
                }
                throw PlotError.missingLetter(character, label: string)
            }
            for scalar in character.unicodeScalars {
                scalars.append(scalar.value)
                faces.append(found)
                scripts.append(ShapingFont.script(of: scalar.value) ?? scripts.last.flatMap { $0 })
            }
        }
        let runs = BidiRuns(scalars).visual { faces[$0] != faces[$0 - 1] || scripts[$0] != scripts[$0 - 1] }
        return try runs.flatMap { run -> [Glyph] in
            let face = faces[run.range.lowerBound]
            let handle = try handle(of: face, in: &state)
            return try shaper(of: face, in: &state)
                .glyphs(of: scalars, in: run.range, isRightToLeft: run.isRightToLeft).map { shaped in
                    let glyph = glyph(shaped.index, face, handle)
                    return Glyph(
                        index: glyph.index, face: face, advance: shaped.advance, ascent: glyph.ascent,
                        descent: glyph.descent, offset: shaped.offset)
                }
        }
    }

    private static func shaper(of face: FontFace, in state: inout State) throws -> ShapingFont {
        if let shaper = state.shapers[face] { return shaper }
        guard let file = file(of: face), let shaper = ShapingFont(file: file) else {
            throw PlotError.missingFont(family: face.family, style: face.style)
        }
        state.shapers[face] = shaper
        return shaper
    }

    /// A glyph's outline at a thousand units an em, its origin on the baseline; empty for a space.
    ///
    /// - Throws: `PlotError.missingFont`, or `.cairo` when memory runs out.
    func outline(of glyph: Glyph) throws -> Path {
        try state.withLock { state in
            if let outline = state.outlines[glyph.face]?[glyph.index] { return outline }
            let outline =
                glyph.face == .strokes
                ? Unicode.Scalar(UInt32(glyph.index)).flatMap(StrokeLetters.letter).map(StrokeLetters.outline) ?? Path()
                : try Path(outlineOf: glyph.index, in: Self.handle(of: glyph.face, in: &state).scaled)
            state.outlines[glyph.face, default: [:]][glyph.index] = outline
            return outline
        }
    }

    func handle(of face: FontFace) throws -> Handle {
        try state.withLock { try Self.handle(of: face, in: &$0) }
    }

    private static func handle(of face: FontFace, in state: inout State) throws -> Handle {
        if let handle = state.handles[face] { return handle }
        if state.absent.contains(face) { throw PlotError.missingFont(family: face.family, style: face.style) }
        if state.library == nil { FT_Init_FreeType(&state.library) }
        var open: FT_Face?
        guard let file = file(of: face), FT_New_Face(state.library, file, 0, &open) == 0,
            let cairoFace = cairo_ft_font_face_create_for_ft_face(open, 0)
        else {
            state.absent.insert(face)
            throw PlotError.missingFont(family: face.family, style: face.style)
        }
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
        return glyph(count > 0 ? glyphs?.pointee.index ?? 0 : 0, face, handle)
    }

    private static func glyph(_ index: UInt, _ face: FontFace, _ handle: Handle) -> Glyph {
        var extents = cairo_text_extents_t()
        var glyph = cairo_glyph_t(index: index, x: 0, y: 0)
        cairo_scaled_font_glyph_extents(handle.scaled, &glyph, 1, &extents)
        return Glyph(
            index: index, face: face, advance: extents.x_advance / 1000,
            ascent: max(0, -extents.y_bearing) / 1000, descent: max(0, extents.y_bearing + extents.height) / 1000)
    }
}
