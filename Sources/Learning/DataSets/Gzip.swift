import CZlib
import LinearAlgebra

/// Unpacks gzip data with zlib.
public enum Gzip {
    /// Whether `bytes` begin as gzip data do.
    public static func isCompressed(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

    /// The unpacked bytes of one or several gzip members.
    /// - Parameter limit: how many bytes they may be; no more are unpacked.
    /// - Throws: `LearningError.dataFile` with `name` when the data are cut, damaged, too many or followed by other bytes.
    public static func unpack(
        _ bytes: [UInt8], name: String, limit: Int = 1 << 30
    ) throws(LearningError) -> [UInt8] {
        var output: [UInt8] = []
        var fault: DataFileFault?
        var source = bytes
        source.withUnsafeMutableBufferPointer { fault = unpack($0, into: &output, limit) }
        if let fault { throw .dataFile(name: name, fault) }
        return output
    }

    private static func unpack(
        _ source: UnsafeMutableBufferPointer<UInt8>, into output: inout [UInt8], _ limit: Int
    ) -> DataFileFault? {
        var stream = z_stream()
        // 16 + 15: a gzip header, and the largest window.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, size) == Z_OK else {
            return .compressedDataCorrupt(reason: "zlib cannot start", unpacked: 0)
        }
        defer { inflateEnd(&stream) }
        // zlib counts in 32 bits.
        guard source.count <= UInt32.max else {
            return .compressedDataCorrupt(reason: "more than 4 GiB", unpacked: 0)
        }
        stream.next_in = source.baseAddress
        guard let count = UInt32(exactly: source.count) else { return .unpackedTooLarge(limit: limit) }
        stream.avail_in = count
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let status = chunk.withUnsafeMutableBufferPointer { buffer in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                return inflate(&stream, Z_NO_FLUSH)
            }
            output += chunk[..<(chunk.count - Int(stream.avail_out))]
            guard output.count <= limit else { return .unpackedTooLarge(limit: limit) }
            let rest = Int(stream.avail_in)
            switch status {
            case Z_OK where stream.avail_out == 0 || rest > 0:
                continue
            case Z_OK, Z_BUF_ERROR:
                return .compressedDataCut(unpacked: output.count)
            case Z_STREAM_END where rest == 0:
                return nil
            case Z_STREAM_END:
                guard isCompressed(source[(source.count - rest)...]) else { return .trailingBytes(count: rest) }
                inflateReset(&stream)
            default:
                let reason = stream.msg.map { String(cString: $0) } ?? "zlib status \(status)"
                return .compressedDataCorrupt(reason: reason, unpacked: output.count)
            }
        }
    }
}
