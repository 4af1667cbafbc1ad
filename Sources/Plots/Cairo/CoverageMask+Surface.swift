import CCairo

extension CoverageMask {
    /// A surface of the mask's opacities, which the caller destroys.
    func surface() -> OpaquePointer? {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(columns), Int32(rows))
        guard let bytes = cairo_image_surface_get_data(surface) else { return surface }
        let stride = Int(cairo_image_surface_get_stride(surface))
        cairo_surface_flush(surface)
        opacities.withUnsafeBufferPointer { opacities in
            guard let first = opacities.baseAddress else { return }
            for row in 0..<rows { (bytes + row * stride).update(from: first + row * columns, count: columns) }
        }
        cairo_surface_mark_dirty(surface)
        return surface
    }

    /// The mask as a grey PNG file, white where the paint is opaque.
    ///
    /// - Throws: `PlotError.cairo` with Cairo's message.
    func png() throws -> [UInt8] {
        let sink = ByteSink()
        let surface = surface()
        defer { cairo_surface_destroy(surface) }
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PlotError.cairo(String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }
}
