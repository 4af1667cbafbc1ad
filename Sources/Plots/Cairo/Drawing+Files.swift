import CCairo

extension Drawing {
    /// The drawing as an SVG file whose role colours are style sheet variables, `var(--plot-<role>, #…)`.
    ///
    /// It may stand in a page, where the page sets the variables, or alone, where it follows the reader's preference for
    /// light or dark. Every id in it starts with `id`, which must be unique on the page.
    ///
    /// - Parameters:
    ///   - id: letters, digits and hyphens stay as they are; other characters are written by their codes.
    ///   - theme: the file's colours on light and on dark ground; nil takes those of light pages and dark pages.
    ///   - background: what a file that stands alone stands on; in a page the figure stands on the page.
    /// - Throws: `PlotError.cairo` or `.missingFont`.
    public func svg(id: String, theme: Theme? = nil, background: Figure.Background = .paper) throws -> String {
        if case .colour(let colour) = background {
            return try on(colour).svg(id: id, theme: theme, background: .transparent)
        }
        let sink = ByteSink()
        let stand = StandInColours(drawing: self)
        guard let surface = cairo_svg_surface_create_for_stream(ByteSink.write, sink.closure, width, height) else {
            throw PlotError.cairo("out of memory")
        }
        defer { cairo_surface_destroy(surface) }
        let canvas = try CairoCanvas(
            surface: surface, colour: stand.colour, colourOfText: stand.colour(ofText:),
            colourOfMask: stand.colour(ofMask:), colourOfGroup: stand.colour(ofGroup:))
        try canvas.play(commands)
        try canvas.finish(surface)
        let themes = (light: theme ?? .light, dark: theme ?? .dark)
        return try SVGTidy(id: id, drawing: self, colours: stand, themes: themes, hasGround: background == .paper)
            .tidied(sink.bytes)
    }

    /// The drawing as a PDF file; the same drawing gives the same bytes.
    ///
    /// - Parameters:
    ///   - note: what the file's properties show as its subject.
    ///   - theme: the colours of roles.
    /// - Throws: `PlotError.cairo` or `.missingFont`.
    public func pdf(note: String? = nil, theme: Theme = .print) throws -> [UInt8] {
        let sink = ByteSink()
        guard let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height) else {
            throw PlotError.cairo("out of memory")
        }
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        if let note { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, note) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z")
        let canvas = try CairoCanvas(surface: surface) { $0.colour(in: theme) }
        try canvas.play(commands)
        try canvas.finish(surface)
        return sink.bytes
    }

    /// The drawing as a PNG file.
    ///
    /// - Parameters:
    ///   - scale: pixels a point.
    ///   - theme: the colours of roles.
    ///   - note: a comment kept in the file.
    ///   - background: what the drawing stands on. A transparent file has no comment and no size in print.
    /// - Throws: `PlotError.badNumber` for a scale that makes no picture, `.cairo` or `.missingFont`.
    public func png(
        scale: Double = 2, theme: Theme = .light, note: String? = nil, background: Figure.Background = .paper
    ) throws -> [UInt8] {
        let pixels = (width * scale).rounded(.up) * (height * scale).rounded(.up)
        guard scale > 0, scale.isFinite, pixels <= 1e8, max(width, height) * scale < 32767 else {
            throw PlotError.badNumber(what: "the scale of a PNG", value: scale)
        }
        let surface = cairo_image_surface_create(
            background == .transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32((width * scale).rounded(.up)),
            Int32((height * scale).rounded(.up)))
        guard let surface else { throw PlotError.cairo("out of memory") }
        defer { cairo_surface_destroy(surface) }
        let canvas = try CairoCanvas(surface: surface) { $0.colour(in: theme) }
        if background != .transparent {
            var paper = theme.colour(of: .paper)
            if case .colour(let colour) = background { paper = colour }
            cairo_set_source_rgb(
                canvas.context, Double(paper.red) / 255, Double(paper.green) / 255, Double(paper.blue) / 255)
            cairo_paint(canvas.context)
        }
        cairo_scale(canvas.context, scale, scale)
        try canvas.play(commands)
        let bytes: [UInt8]
        if background == .transparent {
            let sink = ByteSink()
            cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
            bytes = sink.bytes
        } else {
            bytes = PNGFile(surface: surface, scale: scale, note: note).bytes()
        }
        try canvas.finish(surface)
        return bytes
    }
}
