import CCairo

extension PixelImage {
    /// Reads a PNG file.
    ///
    /// - Throws: `PlotError.cairo` for what is no PNG file.
    public init(png bytes: [UInt8]) throws {
        let source = ByteSource(bytes)
        let surface = cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
        defer { cairo_surface_destroy(surface) }
        let status = cairo_surface_status(surface)
        guard let surface, status == CAIRO_STATUS_SUCCESS else {
            throw PlotError.cairo(String(cString: cairo_status_to_string(status)))
        }
        self.init(surface: surface)
    }

    /// Copies the pixels of an image surface.
    init(surface: OpaquePointer) {
        cairo_surface_flush(surface)
        let (columns, rows) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface))
        let hasOpacity = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32
        var pixels: [SIMD4<UInt8>] = []
        pixels.reserveCapacity(columns * rows)
        if let data = cairo_image_surface_get_data(surface) {
            for row in 0..<rows {
                let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
                for column in 0..<columns {
                    let word = line[column]
                    let opacity = hasOpacity ? word >> 24 : 255
                    func part(_ shift: UInt32) -> UInt8 {
                        let value = word >> shift & 255
                        return UInt8(opacity == 0 ? 0 : min(255, (value * 255 + opacity / 2) / opacity))
                    }
                    pixels.append(SIMD4(part(16), part(8), part(0), UInt8(opacity)))
                }
            }
        }
        self.init(columns: columns, rows: rows, pixels: pixels)
    }

    /// The picture as a PNG file, a pixel for a pixel.
    ///
    /// - Throws: `PlotError.cairo` when memory runs out.
    public func png() throws -> [UInt8] {
        let rect = Rect(x: 0, y: 0, width: Double(columns), height: Double(rows))
        return try Drawing(width: rect.width, height: rect.height, commands: [.image(self, rect)]).png(scale: 1)
    }
}

/// Hands bytes to Cairo.
private final class ByteSource {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        guard source.place + Int(length) <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in 0..<Int(length) { data[index] = source.bytes[source.place + index] }
        source.place += Int(length)
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
