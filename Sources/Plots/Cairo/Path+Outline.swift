import CCairo

extension Path {
    /// The outline of a face's glyph.
    ///
    /// - Throws: `PlotError.cairo` with Cairo's message.
    init(outlineOf glyph: UInt, in scaled: OpaquePointer) throws {
        self.init()
        // Cairo makes paths on a surface only, and none where it has no pixel; nothing is drawn on it.
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else { throw PlotError.cairo("out of memory") }
        defer { cairo_destroy(context) }
        cairo_set_scaled_font(context, scaled)
        var glyph = cairo_glyph_t(index: glyph, x: 0, y: 0)
        cairo_glyph_path(context, &glyph, 1)
        guard let outline = cairo_copy_path(context) else { throw PlotError.cairo("out of memory") }
        defer { cairo_path_destroy(outline) }
        guard outline.pointee.status == CAIRO_STATUS_SUCCESS else {
            throw PlotError.cairo(String(cString: cairo_status_to_string(outline.pointee.status)))
        }
        // A header that tells a step's kind and how many entries it takes, then its points.
        let entries = UnsafeBufferPointer(start: outline.pointee.data, count: Int(outline.pointee.num_data))
        var place = 0
        while place < entries.count {
            func point(_ index: Int) -> XY { XY(entries[place + index].point.x, entries[place + index].point.y) }
            let header = entries[place].header
            switch header.type {
            case CAIRO_PATH_MOVE_TO: move(to: point(1))
            case CAIRO_PATH_LINE_TO: line(to: point(1))
            case CAIRO_PATH_CURVE_TO: curve(point(1), point(2), to: point(3))
            default: close()
            }
            place += Int(header.length)
        }
    }
}
