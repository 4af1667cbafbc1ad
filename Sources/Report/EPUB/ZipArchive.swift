import Foundation

/// Writes a ZIP archive, the same bytes for the same files.
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds `data` under `path`.
    ///
    /// - Parameter compressed: false for what must lie in the archive as it is.
    mutating func add(_ path: String, _ data: Data, compressed: Bool = true) {
        let raw = [UInt8](data)
        let packed = compressed ? Deflate.bare(raw) : nil
        let stored = packed ?? raw
        let sum = Deflate.checksum(of: raw)
        // Version 2.0, names in UTF-8, 1980-01-01, checksum and sizes.
        let description =
            Self.short(20) + Self.short(0x0800) + Self.short(packed == nil ? 0 : 8) + Self.short(0) + Self.short(0x21)
            + Self.long(sum) + Self.long(UInt32(stored.count)) + Self.long(UInt32(raw.count))
            + Self.short(UInt16(path.utf8.count)) + Self.short(0)
        let offset = UInt32(bytes.count)
        bytes += Self.long(0x0403_4B50) + description + Array(path.utf8) + stored
        directory += Self.long(0x0201_4B50) + Self.short(20) + description + [UInt8](repeating: 0, count: 10)
        directory += Self.long(offset) + Array(path.utf8)
        count += 1
    }

    /// The whole archive.
    var data: Data {
        let end =
            Self.long(0x0605_4B50) + Self.long(0) + Self.short(UInt16(count)) + Self.short(UInt16(count))
            + Self.long(UInt32(directory.count)) + Self.long(UInt32(bytes.count)) + Self.short(0)
        return Data(bytes + directory + end)
    }

    private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func long(_ value: UInt32) -> [UInt8] {
        short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16))
    }
}
