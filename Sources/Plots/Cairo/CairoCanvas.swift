import CCairo

/// Plays a drawing's commands on a Cairo surface. The one place where commands become Cairo's calls.
struct CairoCanvas {
    let context: OpaquePointer
    /// The colour of a paint: the theme's, or a stand-in that is replaced later.
    let colour: (Paint) -> RGB
    /// The colour of a shape that keeps the place of each text, for whoever sets the letters later.
    let colourOfText: ((Int) -> RGB)?
    /// The colours of shapes that keep the places of each mask, and of each start and end of a group.
    let colourOfMask, colourOfGroup: ((Int) -> RGB)?
    private let makesPixels: Bool
    /// Paths of more steps than this have several of them in a pixel: Cairo's quicker edges are good enough for them.
    private static let dense = 4096

    /// - Throws: `PlotError.cairo` with Cairo's message.
    init(
        surface: OpaquePointer?, colour: @escaping (Paint) -> RGB, colourOfText: ((Int) -> RGB)? = nil,
        colourOfMask: ((Int) -> RGB)? = nil, colourOfGroup: ((Int) -> RGB)? = nil
    ) throws {
        guard let surface, let context = cairo_create(surface) else { throw PlotError.cairo("out of memory") }
        self.context = context
        self.colour = colour
        self.colourOfText = colourOfText
        self.colourOfMask = colourOfMask
        self.colourOfGroup = colourOfGroup
        makesPixels = cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE
        let options = cairo_font_options_create()
        CairoFonts.setUnhinted(options)
        cairo_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    func play(_ commands: [Drawing.Command]) throws {
        var (texts, masks, groups) = (0, 0, 0)
        for command in commands {
            switch command {
            case .fill(let path, let paint):
                set(paint)
                let isDense = makesPixels && path.elements.count > Self.dense && path.isStraight
                trace(isDense ? thinnedToPixels(path) : path.simplified(curves: false))
                if isDense { cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST) }
                cairo_fill(context)
                cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
            case .stroke(let path, let style):
                set(style)
                // One by one, subpaths become pixels in fewer steps. Where opaque strokes cross it makes no difference.
                let isApart = makesPixels && style.paint.opacity == 1 && path.elements.count > 64
                if isApart, path.elements.count > Self.dense, style.dash == .solid, style.cap == .round,
                    style.join == .round,
                    path.isStraight
                {
                    strokeDensely(path)
                } else {
                    trace(path.simplified(curves: true), strokingSubpaths: isApart)
                    cairo_stroke(context)
                }
            case .pushClip(let rect):
                cairo_save(context)
                cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
                cairo_clip(context)
            case .popClip:
                cairo_restore(context)
            case .text(let run):
                if let colourOfText {
                    try keepPlace(of: run, colourOfText(texts))
                } else {
                    try show(run)
                }
                texts += 1
            case .image(let image, let rect):
                draw(image, in: rect)
            case .mask(let mask, let rect, let paint):
                if let colourOfMask {
                    keepPlace(of: rect, colourOfMask(masks))
                } else {
                    draw(mask, in: rect, paint)
                }
                masks += 1
            case .open, .close:
                if let colourOfGroup { keepPlace(of: Rect(x: 0, y: 0, width: 1, height: 1), colourOfGroup(groups)) }
                groups += 1
            }
        }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PlotError.cairo(String(cString: cairo_status_to_string(status)))
        }
    }

    /// A filled path without the points that lie between others in half a pixel's column.
    private func thinnedToPixels(_ path: Path) -> Path {
        var thinned = Path()
        for piece in path.polylines {
            thinned.append(Path(LineThinner.thinned(piece, width: 0.5 / pixelsPerPoint), closed: true))
        }
        return thinned
    }

    private var pixelsPerPoint: Double {
        var (width, zero) = (1.0, 0.0)
        cairo_user_to_device_distance(context, &width, &zero)
        return max(width, 1e-3)
    }

    /// Strokes an opaque path of so many points that neighbours share a column of pixels.
    ///
    /// Cairo's time for a stroke grows with the square of how often it crosses itself in a row of pixels: in pieces, whose
    /// round ends are the joins, it stays small.
    private func strokeDensely(_ path: Path) {
        let width = 0.5 / pixelsPerPoint
        cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
        defer { cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT) }
        for line in path.polylines {
            let points = LineThinner.thinned(line, width: width)
            var start = 0
            while start + 1 < points.count {
                let end = min(start + 12, points.count - 1)
                cairo_move_to(context, points[start].x, points[start].y)
                for index in (start + 1)...end { cairo_line_to(context, points[index].x, points[index].y) }
                cairo_stroke(context)
                start = end
            }
        }
    }

    private func trace(_ path: Path, strokingSubpaths: Bool = false) {
        cairo_new_path(context)
        for element in path.elements {
            switch element {
            case .move(let point):
                if strokingSubpaths { cairo_stroke(context) }
                cairo_move_to(context, point.x, point.y)
            case .line(let point): cairo_line_to(context, point.x, point.y)
            case .curve(let first, let second, let end):
                cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func set(_ paint: Paint) { set(colour(paint), opacity: paint.opacity) }

    private func set(_ colour: RGB, opacity: Double = 1) {
        cairo_set_source_rgba(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255, opacity)
    }

    private func set(_ style: StrokeStyle) {
        set(style.paint)
        cairo_set_line_width(context, style.width)
        // Into a file of shapes Cairo writes strokes as they are; it only works out how far they reach.
        if !makesPixels { cairo_set_tolerance(context, max(0.1, style.width / 2)) }
        let lengths = style.dash.lengths(width: style.width)
        cairo_set_dash(context, lengths, Int32(lengths.count), 0)
        let cap = style.dash == .solid ? style.cap : style.dash == .dashed || style.dash == .longDashed ? .butt : .round
        cairo_set_line_cap(
            context,
            cap == .butt ? CAIRO_LINE_CAP_BUTT : cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE)
        cairo_set_line_join(context, style.join == .miter ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND)
    }

    /// Fills a triangle that reaches as far as the letters, so that Cairo clips it, or leaves it out, as it would them.
    private func keepPlace(of run: TextRun, _ colour: RGB) throws {
        keepPlace(of: try run.bounds(SystemTextMeasure()), colour)
    }

    private func keepPlace(of bounds: Rect, _ colour: RGB) {
        set(colour)
        cairo_new_path(context)
        cairo_move_to(context, bounds.left.rounded(.down), bounds.top.rounded(.down))
        cairo_line_to(context, bounds.right.rounded(.up), bounds.top.rounded(.down))
        cairo_line_to(context, bounds.left.rounded(.down), bounds.bottom.rounded(.up))
        cairo_fill(context)
    }

    private func show(_ run: TextRun) throws {
        set(run.paint)
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, run.origin.x, run.origin.y)
        if run.rotation != 0 { cairo_rotate(context, -run.rotation * .pi / 180) }
        var x = 0.0
        var glyphs: [cairo_glyph_t] = []
        var face: FontFace?
        func flush() throws {
            guard let face, face != .strokes, !glyphs.isEmpty else { return }
            cairo_set_font_face(context, try CairoFonts.shared.handle(of: face).face)
            cairo_set_font_size(context, run.size)
            cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
            glyphs = []
        }
        for glyph in try CairoFonts.shared.glyphs(of: run.string, face: run.face) {
            if glyph.face != face { try flush() }
            face = glyph.face
            if glyph.face == .strokes {
                cairo_save(context)
                cairo_translate(context, x, 0)
                cairo_scale(context, run.size / 1000, run.size / 1000)
                trace(try CairoFonts.shared.outline(of: glyph))
                cairo_fill(context)
                cairo_restore(context)
                x += glyph.advance * run.size
                continue
            }
            glyphs.append(
                cairo_glyph_t(
                    index: glyph.index, x: x + glyph.offset.x * run.size, y: -glyph.offset.y * run.size))
            x += glyph.advance * run.size
        }
        try flush()
    }

    private func draw(_ image: PixelImage, in rect: Rect) {
        guard image.columns > 0, image.rows > 0 else { return }
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(image.columns), Int32(image.rows))
        defer { cairo_surface_destroy(surface) }
        guard let bytes = cairo_image_surface_get_data(surface) else { return }
        let stride = Int(cairo_image_surface_get_stride(surface))
        cairo_surface_flush(surface)
        for row in 0..<image.rows {
            let line = UnsafeMutableRawPointer(bytes + row * stride).assumingMemoryBound(to: UInt32.self)
            for column in 0..<image.columns {
                let pixel = image.pixels[row * image.columns + column]
                let opacity = UInt32(pixel.w)
                func part(_ value: UInt8) -> UInt32 { (UInt32(value) * opacity + 127) / 255 }
                line[column] = opacity << 24 | part(pixel.x) << 16 | part(pixel.y) << 8 | part(pixel.z)
            }
        }
        cairo_surface_mark_dirty(surface)
        cairo_save(context)
        cairo_translate(context, rect.x, rect.y)
        cairo_scale(context, rect.width / Double(image.columns), rect.height / Double(image.rows))
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
        cairo_rectangle(context, 0, 0, Double(image.columns), Double(image.rows))
        cairo_fill(context)
        cairo_restore(context)
    }

    private func draw(_ mask: CoverageMask, in rect: Rect, _ paint: Paint) {
        let surface = mask.surface()
        defer { cairo_surface_destroy(surface) }
        cairo_save(context)
        cairo_translate(context, rect.x, rect.y)
        cairo_scale(context, rect.width / Double(mask.columns), rect.height / Double(mask.rows))
        set(paint)
        cairo_mask_surface(context, surface, 0, 0)
        cairo_restore(context)
    }

    /// Ends the drawing.
    func finish(_ surface: OpaquePointer) throws {
        cairo_destroy(context)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PlotError.cairo(String(cString: cairo_status_to_string(status)))
        }
    }
}
