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
        lookForStrayMark()
        if let (markup, instead) = Neighbour.macro(before: bytes[..<at]) {
            add(.foreign(markup, instead: instead), at: at)
        }
        guard let close = closingBracket(at), !isLinkText(endingAt: close),
            bytes[(at + 1)..<close].contains(UInt8(ascii: "@")),
            let citations = CitationQuery.list(in: bytes[(at + 1)..<close], place: place)
        else {
            lookForBrokenCitation()
            at += 1
            return
        }
        lookForMarkup(inCitation: (at + 1)..<close)
        for citation in citations where citation.locator.firstMatch(of: /[\s\-]@[A-Za-z{]/) != nil {
            problems.append(Problem(.markupInCitation(citation.locator.trimming), at: citation.key.place))
        }
        for citation in citations where Self.isReference(citation.key.text) {
            problems.append(Problem(.referenceInBrackets(citation.key.text), at: citation.key.place))
        }
        cover(at..<(close + 1), .citation(citations, .bracketed))
    }

    /// Tells of the mark of a box where no box begins.
    private mutating func lookForStrayMark() {
        guard starts("[!"), let close = closingBracket(at), !isLinkText(endingAt: close),
            let match = text((at + 2)..<close).wholeMatch(of: /\s*([A-Za-z]+)/),
            at > 0 || !leaf.opensQuote || match.0 != match.1
        else { return }
        add(
            .foreign(text(at..<(close + 1)), instead: "> [!\(match.1.uppercased())] as the first words of a quotation"),
            at: at)
    }

    /// Whether a link's address follows the bracket that closes at `index`.
    private func isLinkText(endingAt index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        if bytes[index + 1] == UInt8(ascii: "[") {
            return index + 2 < bytes.count && !"^@-".utf8.contains(bytes[index + 2])
        }
        return bytes[index + 1] == UInt8(ascii: "(")
    }

    /// Tells of brackets that begin with a source and hold what a citation can't.
    private mutating func lookForBrokenCitation() {
        guard starts("[@") || starts("[-@"), closingBracket(at) == nil,
            let mark = bytes[(at + 1)...].firstIndex(where: { "[`$]".utf8.contains($0) }),
            bytes[mark] != UInt8(ascii: "]"), bytes[mark...].contains(UInt8(ascii: "]"))
        else { return }
        add(.markupInCitation(text(mark..<(mark + 1))), at: mark)
    }

    /// Tells of markup that would be shown as it stands.
    private mutating func lookForMarkup(inCitation range: Range<Int>) {
        for mark in ["*", "{{"] {
            if let found = bytes[range].firstPlace(of: Array(mark.utf8)) {
                add(.markupInCitation(mark), at: found.lowerBound)
            }
        }
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
        guard " \n\t([{\"'*_~-—–".utf8.contains(before) || before > 127,
            let end = CitationKey.end(in: bytes[...], after: at)
        else {
            at += 1
            return
        }
        let name = Name(text: CitationKey.text(bytes[(at + 1)..<end]), place: place(at))
        if Self.isReference(name.text) { return cover(at..<end, .reference(name)) }
        if before == UInt8(ascii: "-"), at < 2 || " \n(".utf8.contains(bytes[at - 2]) {
            add(.foreign("-@\(name.text)", instead: "[-@\(name.text)]"), at: at - 1)
        }
        var (last, locator) = (end, "")
        let open = end + (end < bytes.count && " \n".utf8.contains(bytes[end]) ? 1 : 0)
        if open < bytes.count, bytes[open] == UInt8(ascii: "["), let close = closingBracket(open), close > open + 1,
            !"^@!".utf8.contains(bytes[open + 1]), !isLinkText(endingAt: close),
            CitationQuery.list(in: bytes[(open + 1)..<close], place: place) == nil
        {
            lookForMarkup(inCitation: (open + 1)..<close)
            if let other = text((open + 1)..<close).firstMatch(of: /[\s\-;]@[A-Za-z{][^\s;]*/) {
                add(.markupInCitation(String(other.0).trimming), at: open)
            }
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
