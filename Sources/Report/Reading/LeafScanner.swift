/// Goes through the text of one block and finds what Markdown must not see.
struct LeafScanner {
    private let leaf: LeafText
    private let source: SourceText
    /// Where in the source the text begins that cmark was given.
    private let base: Int
    private let window: Range<Int>
    private let bytes: [UInt8]
    private(set) var masks: [Mask] = []
    private(set) var problems: [Problem] = []
    /// Whether the last mask reaches beyond this block, so that the rest of the page is other blocks than cmark said.
    private(set) var reachesFurther = false
    private var at = 0

    /// - Parameter done: the offset in the source from which on it is scanned.
    init(_ leaf: LeafText, source: SourceText, window: Range<Int>, from done: Int) {
        self.leaf = leaf
        self.source = source
        self.window = window
        base = window.lowerBound
        bytes = leaf.bytes
        at = leaf.offsets.firstIndex { $0 + base >= done } ?? bytes.count
    }

    /// Where in the source byte `index` stands.
    private func offset(_ index: Int) -> Int { leaf.offsets[min(index, bytes.count)] + base }

    mutating func scan() {
        while at < bytes.count, !reachesFurther {
            if isLineStart(at), let (markup, instead) = Neighbour.block(bytes[at...]) {
                add(.foreign(markup, instead: instead), at: at)
                at += markup.utf8.count
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "<"): address()
            case UInt8(ascii: "$"): formula()
            case UInt8(ascii: "{"): brace()
            case UInt8(ascii: "["): bracket()
            case UInt8(ascii: "]"): linkTarget()
            case UInt8(ascii: "@"): mention()
            case UInt8(ascii: "~"), UInt8(ascii: "^"): shifted()
            default: at += 1
            }
        }
    }

    // MARK: What stays as it is

    private mutating func escape() {
        if let (markup, instead) = Neighbour.command(bytes[at...]) { add(.foreign(markup, instead: instead), at: at) }
        for (open, close) in [("\\[", "\\]"), ("\\(", "\\)")] where starts(open) {
            guard let end = bytes[(at + 2)...].firstRange(of: Array(close.utf8))?.lowerBound else { continue }
            let inner = text((at + 2)..<end)
            let isWhole = at == 0 && bytes[(end + 2)...].allSatisfy { " .,;\n".utf8.contains($0) }
            let isFormula = inner.firstMatch(of: /\\[a-zA-Z]|[\^_]/) != nil
            if open == "\\[" ? isWhole || isFormula && inner.first?.isWhitespace == true : isFormula {
                add(.foreign(open, instead: open == "\\[" ? "$$ … $$" : "$…$"), at: at)
            }
        }
        at += 2
    }

    private mutating func code() {
        let length = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
        var next = at + length
        while next < bytes.count {
            let run = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == length {
                let inner = text((at + length)..<next)
                if let role = role(before: at) {
                    add(.foreign("{\(role)}`", instead: role.contains("math") ? "$…$" : "`\(inner)` alone"), at: at)
                } else if Neighbour.runsCode(inner) {
                    add(.foreign("`\(inner)`", instead: "{{name}}, a value of the section"), at: at)
                }
                at = next + run
                return
            }
            next += max(run, 1)
        }
        at += length
    }

    /// The name in braces that stands right before `index`.
    private func role(before index: Int) -> String? {
        guard index > 2, bytes[index - 1] == UInt8(ascii: "}"),
            let open = bytes[..<index].lastIndex(of: UInt8(ascii: "{")), open + 1 < index - 1,
            bytes[(open + 1)..<(index - 1)].allSatisfy({ Attributes.isName($0) || $0 == UInt8(ascii: ":") })
        else { return nil }
        return text((open + 1)..<(index - 1))
    }

    private mutating func address() {
        if starts("<!--"), let close = bytes[(at + 4)...].firstRange(of: Array("-->".utf8)) {
            return cover(at..<close.upperBound, .nothing)
        }
        let end = bytes[(at + 1)...].firstIndex { "<> \n".utf8.contains($0) } ?? bytes.count
        let isAddress = bytes[at..<end].contains { ":@".utf8.contains($0) }
        at = isAddress && end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : at + 1
    }

    /// The address of a link stays as it is; a value in it can't be read there.
    private mutating func linkTarget() {
        guard starts("](") else {
            at += 1
            return
        }
        if starts("](claim:") || bytes[..<at].last == UInt8(ascii: "[") {
            at += 1
            return
        }
        var depth = 0
        var end = at + 1
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "\\") { end += 1 } else if bytes[end] == UInt8(ascii: "(") { depth += 1 }
            if end < bytes.count, bytes[end] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 || end < bytes.count && "\n".utf8.contains(bytes[end]) { break }
            end += 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ")") else {
            at += 2
            return
        }
        if let value = bytes[at..<end].firstRange(of: Array("{{".utf8)) { add(.lostMarkup, at: value.lowerBound) }
        at = end + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "{"), !starts("{{") { attributes(at: at) }
    }

    // MARK: Formulas

    private mutating func formula() {
        if starts("$$") { return display() }
        guard at + 1 < bytes.count, !isSpace(at + 1), let close = closing("$", from: at + 1),
            !isSpace(close - 1), close + 1 >= bytes.count || !isDigit(bytes[close + 1])
        else {
            at += 1
            return
        }
        let (math, values) = math(from: at + 1, to: close)
        cover(at..<(close + 1), .math(math, values: values))
    }

    private mutating func display() {
        let opening = at
        guard let close = closing("$$", from: at + 2) else { return farDisplay() }
        let (math, values) = math(from: at + 2, to: close)
        guard leaf.kind == .paragraph else {
            add(.displayInLine, at: at)
            return cover(opening..<(close + 2), .math(math, values: values))
        }
        var brace = close + 2
        while brace < bytes.count, bytes[brace] == UInt8(ascii: " ") { brace += 1 }
        let (labels, claims, end) = labels(at: brace) ?? ([], [], close + 2)
        cover(opening..<end, .display(math, values: values, labels: labels, claims: claims))
    }

    /// Labels and claims in the braces at `brace`, and where they end; nil where there are none.
    private mutating func labels(at brace: Int) -> (labels: [Name], claims: [Name], end: Int)? {
        guard brace < bytes.count, bytes[brace] == UInt8(ascii: "{"), !bytes[brace...].starts(with: Array("{{".utf8))
        else { return nil }
        let line = endOfLine(brace)
        guard let (attributes, length) = Attributes.read(bytes[brace..<line]), attributes.classes.isEmpty else {
            let text = text((brace + 1)..<line)
            add(.badAttributes(text.hasSuffix("}") ? String(text.dropLast()) : text), at: brace)
            return ([], [], line)
        }
        let labels = attributes.labels.map { Name(text: $0.text, place: place(brace + $0.offset)) }
        var claims: [Name] = []
        if let list = attributes.texts["claims"] {
            var offset = brace + list.offset
            for id in list.text.split(separator: " ", omittingEmptySubsequences: false) {
                if !id.isEmpty { claims.append(Name(text: String(id), place: place(offset))) }
                offset += id.utf8.count + 1
            }
        }
        for key in attributes.texts.keys.sorted() where key != "claims" {
            add(.unknownAttribute(key), at: brace)
        }
        return (labels, claims, brace + length)
    }

    /// A display whose lines look like other blocks: it goes on to the closing signs before the next blank line.
    private mutating func farDisplay() {
        let all = source.bytes[window]
        var next = offset(at) + 2
        var isBlank = false
        while next < all.endIndex, !isBlank {
            if all[next...].starts(with: "$$".utf8) { break }
            if all[next] == UInt8(ascii: "\n") {
                let line = all[(next + 1)...].prefix { $0 != UInt8(ascii: "\n") }
                isBlank = line.allSatisfy { " \t>".utf8.contains($0) }
            }
            next += all[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard next < all.endIndex, !isBlank, leaf.kind != .cell else {
            add(.unclosedDisplay, at: at)
            at += 2
            return
        }
        let start = offset(at)
        let lines = source.text((start + 2)..<next).split(separator: "\n", omittingEmptySubsequences: false)
        let tex = lines.enumerated().map { index, line -> Substring in
            var rest = line
            for _ in 0..<(index == 0 ? 0 : leaf.quoteDepth) {
                let mark = rest.drop { $0 == " " }
                if mark.first == ">" { rest = mark.dropFirst() }
            }
            return rest
        }.joined(separator: "\n")
        var end = next + 2
        var brace = end
        while brace < all.endIndex, all[brace] == UInt8(ascii: " ") { brace += 1 }
        var labels: [Name] = []
        var claims: [Name] = []
        if brace < all.endIndex, all[brace] == UInt8(ascii: "{") {
            let line = all[brace...].prefix { $0 != UInt8(ascii: "\n") }
            if let (attributes, length) = Attributes.read(line) {
                labels = attributes.labels.map { Name(text: $0.text, place: source.place(brace + $0.offset)) }
                claims = (attributes.texts["claims"]?.text ?? "").split(separator: " ").map {
                    Name(text: String($0), place: source.place(brace))
                }
                end = brace + length
            }
        }
        let first = all[(start + 2)..<next].firstIndex { !" \n".utf8.contains($0) } ?? start + 2
        let math = MathText.read(tex, place: source.place(first), offset: nil)
        masks.append(
            Mask(range: start..<end, content: .display(math.0, values: math.1, labels: labels, claims: claims)))
        reachesFurther = true
    }

    private func math(from start: Int, to end: Int) -> (Math, [ValueQuery]) {
        var first = start
        while first < end, isSpace(first) { first += 1 }
        // A bar within a cell is written with a backslash, which is no part of the formula.
        let tex = leaf.kind == .cell ? text(first..<end).replacing("\\|", with: "|") : text(first..<end)
        let isContiguous = offset(end) - offset(first) == end - first && leaf.kind != .cell
        return MathText.read(tex, place: place(first), offset: isContiguous ? offset(first) : nil)
    }

    // MARK: Values and labels

    private mutating func brace() {
        if starts("{{") { return value() }
        if starts("{#") || starts("{.") || starts("{-}") { return attributes(at: at) }
        at += 1
    }

    private mutating func value() {
        let line = endOfLine(at)
        guard let close = bytes[(at + 2)..<line].firstRange(of: Array("}}".utf8))?.lowerBound else {
            add(.unclosedValue, at: at)
            at = line
            return
        }
        guard let query = ValueQuery(text((at + 2)..<close), at: place(at)) else {
            add(.emptyValue, at: at)
            return cover(at..<(close + 2), .nothing)
        }
        cover(at..<(close + 2), .value(query))
    }

    /// Braces at the end of a heading's line, of a caption, or behind a picture; anywhere else they are an error.
    private mutating func attributes(at brace: Int) {
        at = brace
        let line = endOfLine(brace)
        guard let (attributes, length) = Attributes.read(bytes[brace..<line]) else {
            let text = text((brace + 1)..<line)
            add(.badAttributes(text.hasSuffix("}") ? String(text.dropLast()) : text), at: brace)
            at = line
            return
        }
        let isBehindPicture = brace > 0 && bytes[brace - 1] == UInt8(ascii: ")")
        let isAtEnd = bytes[(brace + length)..<line].allSatisfy { $0 == UInt8(ascii: " ") }
        let first = text(0..<min(bytes.count, 12))
        let isTitled = first.hasPrefix("Table:") || first.hasPrefix(": ") || first.hasPrefix("[!")
        guard isBehindPicture || isAtEnd && (leaf.kind == .heading || isTitled) else {
            add(.strayAttributes(text(brace..<(brace + length))), at: brace)
            at = brace + length
            return
        }
        cover(brace..<(brace + length), .attributes(attributes, at: offset(brace)))
    }

    // MARK: References

    private mutating func bracket() {
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
    private func closingBracket(_ index: Int) -> Int? {
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

    private mutating func mention() {
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

    private static func isReference(_ name: String) -> Bool {
        ["eq-", "fig-", "tbl-", "sec-", "alg-", "lst-", "thm-", "def-", "exm-", "exr-", "lem-", "cor-", "prp-"]
            .contains { name.hasPrefix($0) && name.count > $0.count }
    }

    /// `H~2~O` and `x^2^`.
    private mutating func shifted() {
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

    // MARK: Steps

    private mutating func cover(_ range: Range<Int>, _ content: Mask.Content) {
        let last = offset(range.upperBound - 1) + 1
        masks.append(Mask(range: offset(range.lowerBound)..<last, content: content))
        at = range.upperBound
    }

    private mutating func add(_ kind: Problem.Kind, at index: Int) {
        problems.append(Problem(kind, at: place(index)))
    }

    private func place(_ index: Int) -> Place { source.place(offset(index)) }
    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    private func starts(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    private func isLineStart(_ index: Int) -> Bool { index == 0 || bytes[index - 1] == UInt8(ascii: "\n") }

    /// The index of `mark`, over escaped characters.
    private func closing(_ mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var next = start
        while next + mark.count <= bytes.count {
            if bytes[next...].starts(with: mark) { return next }
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func endOfLine(_ index: Int) -> Int {
        bytes[min(index, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    private func isSpace(_ index: Int) -> Bool { " \n\t".utf8.contains(bytes[index]) }
    private func isDigit(_ byte: UInt8) -> Bool { "0123456789".utf8.contains(byte) }
}
