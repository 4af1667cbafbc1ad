import CCairo
import CZlib

/// Writes an image surface as a PNG file.
///
/// Figures are mostly runs of equal pixels and rows like the row above: see `PixelDeflate`.
struct PNGFile {
    let surface: OpaquePointer
    /// Pixels a point, written into the file so that the figure keeps its size in print.
    let scale: Double
    /// A comment kept in the file.
    var note: String?

    func bytes() -> [UInt8] {
        cairo_surface_flush(surface)
        let (columns, rows) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits a part, red, green and blue, not interlaced.
        append("IHDR", word(columns) + word(rows) + [8, 2, 0, 0, 0], to: &file)
        let perMetre = Int((scale * 72 / 0.0254).rounded())
        append("pHYs", word(perMetre) + word(perMetre) + [1], to: &file)
        // A keyword, no compression, no language, no translated keyword.
        if let note { append("iTXt", Array("Comment\0\0\0\0\0".utf8) + Array(note.utf8), to: &file) }
        append("IDAT", compressed(columns, rows), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// The rows, each a filter's number and the difference of every byte to the byte above, compressed.
    private func compressed(_ columns: Int, _ rows: Int) -> [UInt8] {
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let data = cairo_image_surface_get_data(surface) else { return [] }
        let pixels = UnsafeRawBufferPointer(start: data, count: stride * rows)
        let blank = [UInt8](repeating: 0, count: stride)
        var deflate = PixelDeflate(pixels: columns * rows)
        blank.withUnsafeBytes { blank in
            var above = blank
            for row in 0..<rows {
                let line = UnsafeRawBufferPointer(rebasing: pixels[(row * stride)..<((row + 1) * stride)])
                deflate.append(Self.differenceToRowAbove)
                append(line, above, columns, to: &deflate)
                above = line
            }
        }
        return deflate.finished()
    }

    /// PNG's number for the filter.
    private static let differenceToRowAbove: UInt8 = 2

    private func append(
        _ line: UnsafeRawBufferPointer, _ above: UnsafeRawBufferPointer, _ columns: Int, to deflate: inout PixelDeflate
    ) {
        func pixel(_ column: Int) -> UInt32 {
            let here = line.loadUnaligned(fromByteOffset: 4 * column, as: UInt32.self)
            let there = above.loadUnaligned(fromByteOffset: 4 * column, as: UInt32.self)
            // All four bytes' differences at once, without a borrow from one to the next.
            let top: UInt32 = 0x8080_8080
            return (((here | top) &- (there & ~top)) ^ ((here ^ ~there) & top)) & 0xFF_FFFF
        }
        typealias Pixels = SIMD8<UInt32>
        var column = 0
        var next = pixel(0)
        while column < columns {
            let start = column
            let first = next
            column += 1
            if first == 0 {
                while column + Pixels.scalarCount <= columns,
                    line.loadUnaligned(fromByteOffset: 4 * column, as: Pixels.self)
                        == above.loadUnaligned(fromByteOffset: 4 * column, as: Pixels.self)
                {
                    column += Pixels.scalarCount
                }
            }
            while column < columns {
                next = pixel(column)
                if next != first { break }
                column += 1
            }
            deflate.append(first, count: column - start)
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
