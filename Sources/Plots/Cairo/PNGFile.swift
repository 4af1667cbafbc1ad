import CCairo
import CZlib

/// Writes an image surface as a PNG file.
///
/// Figures are mostly runs of equal pixels and rows like the row above: the difference to the row above, compressed
/// by run lengths, is far quicker to write than what Cairo's own writer searches for.
struct PNGFile {
    let surface: OpaquePointer
    /// Pixels a point, written into the file so that the figure keeps its size in print.
    let scale: Double

    /// - Throws: `PlotError.cairo` when memory runs out.
    func bytes() throws -> [UInt8] {
        cairo_surface_flush(surface)
        let (columns, rows) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits a part, red, green and blue, not interlaced.
        append("IHDR", word(columns) + word(rows) + [8, 2, 0, 0, 0], to: &file)
        let perMetre = Int((scale * 72 / 0.0254).rounded())
        append("pHYs", word(perMetre) + word(perMetre) + [1], to: &file)
        append("IDAT", try compressed(filtered(columns, rows)), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// The rows, each a filter's number and the difference of every byte to the byte above.
    private func filtered(_ columns: Int, _ rows: Int) -> [UInt8] {
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let data = cairo_image_surface_get_data(surface) else { return [] }
        let width = 3 * columns + 1
        return [UInt8](unsafeUninitializedCapacity: width * rows) { bytes, count in
            for row in 0..<rows {
                let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
                let above =
                    row > 0 ? UnsafeRawPointer(data + (row - 1) * stride).assumingMemoryBound(to: UInt32.self) : nil
                var place = row * width
                bytes[place] = above == nil ? 0 : 2
                place += 1
                for column in 0..<columns {
                    let pixel = line[column]
                    let other = above?[column] ?? 0
                    bytes[place] = UInt8(truncatingIfNeeded: (pixel >> 16) &- (other >> 16))
                    bytes[place + 1] = UInt8(truncatingIfNeeded: (pixel >> 8) &- (other >> 8))
                    bytes[place + 2] = UInt8(truncatingIfNeeded: pixel &- other)
                    place += 3
                }
            }
            count = width * rows
        }
    }

    private func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 6, Z_DEFLATED, 15, 9, Z_RLE, ZLIB_VERSION, size) == Z_OK else {
            throw PlotError.cairo("out of memory")
        }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var source = bytes
        return try source.withUnsafeMutableBufferPointer { source in
            try [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(bound)
                guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { throw PlotError.cairo("out of memory") }
                count = bound - Int(stream.avail_out)
            }
        }
    }

    private func append(_ kind: String, _ data: [UInt8], to file: inout [UInt8]) {
        file += word(data.count)
        let start = file.count
        file += Array(kind.utf8) + data
        let sum = file.withUnsafeBufferPointer { file in
            crc32(0, file.baseAddress.map { $0 + start }, UInt32(file.count - start))
        }
        file += word(Int(sum))
    }

    /// Four bytes, the highest first.
    private func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
}
