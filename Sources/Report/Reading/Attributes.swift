/// `{#eq-7-6 claims="2-9E 2-10D"}`: labels and named texts at the end of a display or a fence.
struct Attributes {
    /// Each label without its `#`, and where it begins, in bytes from the opening brace.
    private(set) var labels: [(text: String, offset: Int)] = []
    private(set) var texts: [String: (text: String, offset: Int)] = [:]

    init() {}

    /// Reads the attributes whose opening brace is the first of `bytes`; nil when they are malformed.
    ///
    /// - Returns: also the number of bytes they take.
    static func read(_ bytes: ArraySlice<UInt8>) -> (Attributes, length: Int)? {
        var attributes = Attributes()
        var at = bytes.startIndex + 1
        while at < bytes.endIndex {
            switch bytes[at] {
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "}"): return (attributes, at + 1 - bytes.startIndex)
            case UInt8(ascii: "#"):
                let end = bytes[at...].firstIndex { !isName($0) && $0 != UInt8(ascii: "#") } ?? bytes.endIndex
                guard end > at + 1 else { return nil }
                let label = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
                attributes.labels.append((label, at - bytes.startIndex))
                at = end
            default:
                let end = bytes[at...].firstIndex { !isName($0) } ?? bytes.endIndex
                let opening = end + 1
                guard end > at, bytes[end...].starts(with: Array("=\"".utf8)),
                    let closing = bytes[(opening + 1)...].firstIndex(of: UInt8(ascii: "\"")),
                    !bytes[opening..<closing].contains(UInt8(ascii: "\n"))
                else { return nil }
                let key = String(decoding: bytes[at..<end], as: UTF8.self)
                let text = String(decoding: bytes[(opening + 1)..<closing], as: UTF8.self)
                attributes.texts[key] = (text, opening + 1 - bytes.startIndex)
                at = closing + 1
            }
        }
        return nil
    }

    /// Whether `byte` may stand in a name: a letter, a digit, or one of `- _ . /`.
    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
