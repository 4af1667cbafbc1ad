/// `{#eq-7-6 claims="2-9E 2-10D"}`: labels, classes and named texts at the end of a display, a heading, a fence or a picture.
struct Attributes: Sendable {
    /// Each label without its `#`, and where it begins, in bytes from the opening brace.
    private(set) var labels: [(text: String, offset: Int)] = []
    /// Each class without its full stop.
    private(set) var classes: [String] = []
    private(set) var texts: [String: (text: String, offset: Int)] = [:]
    /// The names that are given more than one text.
    private(set) var repeated: [String] = []

    init() {}

    /// Reads the attributes whose opening brace is the first of `bytes`; nil when they are malformed.
    ///
    /// - Returns: also the number of bytes they take.
    static func read(_ bytes: ArraySlice<UInt8>) -> (Attributes, length: Int)? {
        var attributes = Attributes()
        var at = bytes.startIndex + 1
        func name(from start: Int) -> Int { bytes[start...].firstIndex { !isName($0) } ?? bytes.endIndex }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        while at < bytes.endIndex {
            switch bytes[at] {
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "}"): return (attributes, at + 1 - bytes.startIndex)
            case UInt8(ascii: "#"):
                let end = bytes[at...].firstIndex { !isName($0) && $0 != UInt8(ascii: "#") } ?? bytes.endIndex
                guard end > at + 1 else { return nil }
                attributes.labels.append((text((at + 1)..<end), at - bytes.startIndex))
                at = end
            case UInt8(ascii: "."):
                let end = name(from: at + 1)
                guard end > at + 1 else { return nil }
                attributes.classes.append(text((at + 1)..<end))
                at = end
            default:
                let end = name(from: at)
                guard end > at, bytes[end...].first == UInt8(ascii: "=") else { return nil }
                let quote = bytes[(end + 1)...].first
                let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
                let opening = end + (isQuoted ? 2 : 1)
                let closing =
                    isQuoted
                    ? bytes[opening...].firstIndex { $0 == quote }
                    : bytes[opening...].firstIndex { " }".utf8.contains($0) }
                guard let closing, closing > opening || isQuoted, !bytes[opening..<closing].contains(UInt8(ascii: "\n"))
                else { return nil }
                let name = text(at..<end)
                if attributes.texts.updateValue((text(opening..<closing), opening - bytes.startIndex), forKey: name)
                    != nil
                {
                    attributes.repeated.append(name)
                }
                at = closing + (isQuoted ? 1 : 0)
            }
        }
        return nil
    }

    /// Everything in them that nothing takes.
    ///
    /// - Parameters:
    ///   - texts: the names that texts may have.
    ///   - classes: the classes that may stand there.
    ///   - labels: how many labels may.
    func surplus(texts known: Set<String>, classes taken: Set<String> = [], labels limit: Int = 1) -> [Problem.Kind] {
        labels.dropFirst(limit).map { limit == 0 ? .unknownAttribute("#\($0.text)") : .secondLabel($0.text) }
            + classes.filter { !taken.contains($0) }.map { .unknownAttribute(".\($0)") }
            + texts.keys.sorted().filter { !known.contains($0) }.map { .unknownAttribute($0) }
            + repeated.map { .repeatedAttribute($0) }
    }

    /// Whether `byte` may stand in a name: a letter of any alphabet, a digit, or one of `- _ . /`.
    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"), 128...255:
            true
        default: false
        }
    }
}
