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
        while !rest.isEmpty {
            if let end, rest.hasPrefix(end) {
                rest = rest.dropFirst(end.count)
                break
            }
            guard let match = rest.prefixMatch(of: /<(i|b|em|strong|sup|sub|span|sc)(\s[^>]*)?>/),
                rest.firstRange(of: "</\(match.1)>") != nil
            else {
                plain.append(rest.removeFirst())
                continue
            }
            flush()
            let name = String(match.1)
            rest = rest[match.range.upperBound...]
            let inner = read(&rest, until: "</\(name)>", place)
            switch name {
            case "i", "em": pieces.append(.emphasis(inner))
            case "b", "strong": pieces.append(.strong(inner))
            case "sup": pieces.append(.raised(inner.plainText))
            case "sub": pieces.append(.lowered(inner.plainText))
            default: pieces += inner
            }
        }
        flush()
        return pieces
    }
}
