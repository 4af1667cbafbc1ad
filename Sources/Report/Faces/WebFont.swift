import Foundation

/// A font in the Web Open Font Format 1.0: the tables of an OpenType font, each compressed.
enum WebFont {
    /// - Parameter font: a TrueType or OpenType font.
    /// - Returns: nil when its directory of tables can't be read.
    static func of(_ font: Data) -> Data? {
        let bytes = [UInt8](font)
        guard bytes.count >= 12 else { return nil }
        let count = Int(bytes.short(at: 4))
        guard count > 0, bytes.count >= 12 + 16 * count else { return nil }
        var directory: [UInt8] = []
        var tables: [UInt8] = []
        let start = 44 + 20 * count
        var size = 12 + 16 * count
        for index in 0..<count {
            let entry = 12 + 16 * index
            let (offset, length) = (Int(bytes.long(at: entry + 8)), Int(bytes.long(at: entry + 12)))
            guard offset + length <= bytes.count else { return nil }
            let table = Array(bytes[offset..<offset + length])
            let packed = Deflate.framed(table) ?? table
            directory += bytes[entry..<entry + 4]
            directory += UInt32(start + tables.count).bigEndianBytes
            directory += UInt32(packed.count).bigEndianBytes + UInt32(length).bigEndianBytes
            directory += bytes[entry + 4..<entry + 8]
            tables += packed + [UInt8](repeating: 0, count: -packed.count & 3)
            size += (length + 3) & ~3
        }
        var header = Array("wOFF".utf8) + bytes[..<4]
        header += UInt32(start + tables.count).bigEndianBytes
        header += [UInt8(count >> 8), UInt8(count & 0xFF), 0, 0]
        header += UInt32(size).bigEndianBytes
        header += [0, 1, 0, 0] + [UInt8](repeating: 0, count: 20)
        return Data(header + directory + tables)
    }
}

extension [UInt8] {
    fileprivate func short(at index: Int) -> UInt32 { UInt32(self[index]) << 8 | UInt32(self[index + 1]) }
    fileprivate func long(at index: Int) -> UInt32 { short(at: index) << 16 | short(at: index + 2) }
}

extension UInt32 {
    fileprivate var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian, Array.init) }
}
