/// Writes data as JavaScript; formulas make it megabytes long, for which Foundation's encoder takes its time.
struct ScriptText {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// `"name":"value",`, the value escaped.
    mutating func member(_ name: StaticString, _ value: String, isLast: Bool = false) {
        raw("\"")
        raw(name)
        raw("\":")
        quoted(value)
        if !isLast { raw(",") }
    }

    /// `"value"`, escaped.
    mutating func quoted(_ value: String) {
        raw("\"")
        let text = Array(value.utf8)
        var plain = 0
        for (index, byte) in text.enumerated() {
            guard byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes += text[plain..<index]
            escape(byte)
            plain = index + 1
        }
        bytes += text[plain...]
        raw("\"")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case UInt8(ascii: "\n"): raw("\\n")
        default:
            raw("\\u00")
            let digits = Array("0123456789ABCDEF".utf8)
            bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
