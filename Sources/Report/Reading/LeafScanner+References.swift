extension LeafScanner {
    mutating func bracket() {
        if starts("[](claim:"), let close = closing(")", from: at + 9) {
            let name = Name(text: text((at + 9)..<close).trimming, place: place(at + 9))
            return cover(at..<(close + 1), .claim(name))
        }
        if starts("[^"), let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")), close > at + 2,
            !bytes[(at + 2)..<close].contains(where: { " \n[".utf8.contains($0) })
        {
            // The line that begins the note itself.
            if close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: ":"), isLineStart(at) {
                at = close + 2
                return
            }
            return cover(at..<(close + 1), .note(Name(text: text((at + 2)..<close), place: place(at))))
        }
        guard let close = closingBracket(at), close + 1 >= bytes.count || !"([".utf8.contains(bytes[close + 1]),
            bytes[(at + 1)..<close].contains(UInt8(ascii: "@")), offset(close) - offset(at) == close - at,
            let citations = CitationQuery.list(in: (offset(at) + 1)..<offset(close), of: source)
        else {
            at += 1
            return
        }
        for citation in citations where Self.isReference(citation.key.text) {
            problems.append(Problem(.referenceInBrackets(citation.key.text), at: citation.key.place))
        }
        cover(at..<(close + 1), .citation(citations, .bracketed))
    }

    /// Where the bracket ends that opens at `index`; nil where another one is inside it.
    func closingBracket(_ index: Int) -> Int? {
        var next = index + 1
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "]"): return next
            case UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "$"): return nil
            case UInt8(ascii: "\\"): next += 2
            default: next += 1
            }
        }
        return nil
    }

    mutating func mention() {
        let before = at > 0 ? bytes[at - 1] : UInt8(ascii: " ")
        guard " \n\t([{\"'*_-—–".utf8.contains(before) || before > 127,
            let end = CitationKey.end(in: bytes[...], after: at)
        else {
            at += 1
            return
        }
        let name = Name(text: CitationKey.text(bytes[(at + 1)..<end]), place: place(at))
        if Self.isReference(name.text) { return cover(at..<end, .reference(name)) }
        var (last, locator) = (end, "")
        let open = end + (end < bytes.count && bytes[end] == UInt8(ascii: " ") ? 1 : 0)
        if open < bytes.count, bytes[open] == UInt8(ascii: "["), let close = closingBracket(open), close > open + 1,
            !"^@!".utf8.contains(bytes[open + 1]), close + 1 >= bytes.count || !"([".utf8.contains(bytes[close + 1])
        {
            (last, locator) = (close + 1, ", " + text((open + 1)..<close).oneLine)
        }
        let query = CitationQuery(key: name, prefix: "", locator: locator, isYearAlone: false)
        cover(at..<last, .citation([query], .narrative))
    }

    static func isReference(_ name: String) -> Bool {
        ["eq-", "fig-", "tbl-", "sec-", "alg-", "lst-", "thm-", "def-", "exm-", "exr-", "lem-", "cor-", "prp-"]
            .contains { name.hasPrefix($0) && name.count > $0.count }
    }

    /// `H~2~O` and `x^2^`.
    mutating func shifted() {
        let mark = bytes[at]
        let run = bytes[at...].prefix { $0 == mark }.count
        guard run == 1, let close = bytes[(at + 1)...].firstIndex(where: { $0 == mark || " \n\t".utf8.contains($0) }),
            bytes[close] == mark, close > at + 1, close + 1 >= bytes.count || bytes[close + 1] != mark,
            !bytes[(at + 1)..<close].contains(where: { "$`[]{}\\".utf8.contains($0) })
        else {
            at += run
            return
        }
        let inner = text((at + 1)..<close)
        cover(at..<(close + 1), mark == UInt8(ascii: "~") ? .lowered(inner) : .raised(inner))
    }
}
