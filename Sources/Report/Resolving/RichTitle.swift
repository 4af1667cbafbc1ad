/// Reads titles of sources, which may hold the markup of CSL: `<i>`, `<b>`, `<sup>`, `<sub>`, `<span …>`, and formulas.
enum RichTitle {
    static func read(_ text: String, at place: Place) -> [Inline<Resolved>] {
        var rest = text[...]
        return read(&rest, until: nil, place)
    }

    private static func read(_ rest: inout Substring, until end: String?, _ place: Place) -> [Inline<Resolved>] {
        var pieces: [Inline<Resolved>] = []
        var plain = ""
        func flush() {
            if !plain.isEmpty { pieces += InlineText.read(plain, at: place, stresses: false) }
            plain = ""
        }
        while let sign = rest.firstIndex(of: "<") {
            plain += rest[..<sign]
            rest = rest[sign...]
            if let end, rest.hasPrefix(end) {
                rest = rest.dropFirst(end.count)
                flush()
                return pieces
            }
            guard let (name, behind) = tag(at: rest), behind.firstRange(of: "</\(name)>") != nil else {
                plain.append(rest.removeFirst())
                continue
            }
            flush()
            rest = behind
            let inner = read(&rest, until: "</\(name)>", place)
            switch name {
            case "i", "em": pieces.append(.emphasis(inner))
            case "b", "strong": pieces.append(.strong(inner))
            case "sup": pieces.append(.raised(inner.plainText))
            case "sub": pieces.append(.lowered(inner.plainText))
            default: pieces += inner
            }
        }
        plain += rest
        rest = ""
        flush()
        return pieces
    }

    private static let names: Set<Substring> = ["i", "b", "em", "strong", "sup", "sub", "span", "sc"]

    /// The name of the tag that opens `text` and what stands behind it. A regular expression would be compiled for each title.
    private static func tag(at text: Substring) -> (name: Substring, behind: Substring)? {
        let inner = text.dropFirst()
        let name = inner.prefix { $0.isASCII && $0.isLetter }
        guard names.contains(name), let sign = inner[name.endIndex...].first, sign == ">" || sign.isWhitespace,
            let close = inner[name.endIndex...].firstIndex(of: ">")
        else { return nil }
        return (name, inner[close...].dropFirst())
    }
}
