/// Writes addresses as HTML, EPUB and PDF take them.
enum Address {
    /// `text` with every sign percent-encoded that no address may hold.
    static func encoded(_ text: String) -> String {
        guard text.utf8.contains(where: { !isAllowed($0) }) || text.contains("%") else { return text }
        let bytes = Array(text.utf8)
        var out = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHex(bytes[index + 1])
                && isHex(bytes[index + 2])
            if isAllowed(byte) || isEscape {
                out.append(Character(UnicodeScalar(byte)))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }

    /// `text` as the name of an element, which holds no spaces.
    static func id(_ text: String) -> String {
        text.contains(where: \.isWhitespace) ? String(text.map { $0.isWhitespace ? "-" : $0 }) : text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte)
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool { Character(UnicodeScalar(byte)).isHexDigit }
}
