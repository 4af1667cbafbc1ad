import CZlib

/// Compresses bytes, the same for the same bytes. The only file that touches zlib.
enum Deflate {
    /// The bytes without zlib's own frame (RFC 1951); nil where that would not make them fewer.
    static func bare(_ bytes: [UInt8]) -> [UInt8]? { deflated(bytes, windowBits: -15, level: 6) }

    /// The bytes in zlib's frame (RFC 1950); nil where that would not make them fewer.
    static func framed(_ bytes: [UInt8]) -> [UInt8]? { deflated(bytes, windowBits: 15, level: 9) }

    /// The cyclic redundancy check of archives.
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
    }

    private static func deflated(_ bytes: [UInt8], windowBits: Int32, level: Int32) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(&stream, level, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
        return packed.isEmpty || packed.count >= bytes.count ? nil : packed
    }
}
