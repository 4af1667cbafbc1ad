/// Characters that HTML, XML or the PDF can't hold: controls, separators of lines and paragraphs, marks of the direction of
/// words that hide what stands where, and what Unicode keeps from being a character.
enum ForbiddenCharacter {
    /// The code of one whose UTF-8 begins at `offset`; nil where another begins there.
    static func code(at offset: Int, in bytes: ArraySlice<UInt8>) -> UInt32? {
        let next = bytes[offset...].prefix(3)
        guard let first = next.first, first == 0xC2 || next.count == 3 else { return nil }
        let second = UInt32(next.dropFirst().first ?? 0)
        switch first {
        case 0xC2: return (0x80...0x9F).contains(second) ? second : nil
        case 0xE2, 0xEF:
            let code = UInt32(first & 0x0F) << 12 | (second & 0x3F) << 6 | UInt32(next.last ?? 0) & 0x3F
            return holds(code) ? code : nil
        default: return nil
        }
    }

    /// Whether `code` belongs to one.
    static func holds(_ code: UInt32) -> Bool {
        switch code {
        case 9, 10, 13: false
        case 0..<32, 127..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
