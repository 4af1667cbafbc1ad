/// Finds what Markdown must not see and covers it, so that formulas keep their backslashes and places stay true.
struct ProseMasker {
    let source: SourceText
    /// The bytes that are read.
    let window: Range<Int>
    private(set) var masks: [Mask] = []
    private(set) var problems: [Problem] = []
    private var at: Int
    private let bytes: ArraySlice<UInt8>

    init(_ source: SourceText, window: Range<Int>) {
        self.source = source
        self.window = window
        at = window.lowerBound
        bytes = source.bytes[window]
        scan()
    }

    /// The text with every mask covered by its stand-in.
    var masked: [UInt8] {
        var covered = bytes
        for (index, mask) in masks.enumerated() {
            covered.replaceSubrange(mask.range, with: Placeholder.bytes(for: index, length: mask.range.count))
        }
        return Array(covered)
    }

    private mutating func scan() {
        while at < bytes.endIndex {
            if at == source.lineStart(of: at), skipFence() { continue }
            switch bytes[at] {
            case UInt8(ascii: "\\"): at += 2
            case UInt8(ascii: "`"): skipCode()
            case UInt8(ascii: "<"): skipAddress()
            case UInt8(ascii: "$"): maskFormula()
            case UInt8(ascii: "{") where starts("{{"): maskValue()
            case UInt8(ascii: "["): maskBracket()
            case UInt8(ascii: "@"): maskMention()
            case let byte where Placeholder.holds(byte) || byte == 0 || byte == 127:
                add(.controlCharacter(byte), at: at)
                at += 1
            default: at += 1
            }
        }
    }

    // MARK: What stays as it is

    /// Steps over a fenced block, whose text means itself.
    private mutating func skipFence() -> Bool {
        var start = at
        while start < bytes.endIndex, " >".utf8.contains(bytes[start]) { start += 1 }
        guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else {
            return false
        }
        let mark = bytes[start]
        let length = bytes[start...].prefix { $0 == mark }.count
        guard length >= 3 else { return false }
        var line = endOfLine(start)
        if mark == UInt8(ascii: "`"), bytes[(start + length)..<line].contains(mark) { return false }
        while line < bytes.endIndex {
            let next = line + 1
            line = endOfLine(next)
            let text = bytes[next..<line].drop { " >".utf8.contains($0) }
            let closing = text.prefix { $0 == mark }.count
            if closing >= length, text.dropFirst(closing).allSatisfy({ $0 == UInt8(ascii: " ") }) { break }
        }
        at = line
        return true
    }

    private mutating func skipCode() {
        let length = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
        var next = at + length
        let end = endOfParagraph(next)
        while next < end {
            let run = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
            next += max(run, 1)
            if run == length {
                at = next
                return
            }
        }
        at += length
    }

    private mutating func skipAddress() {
        let end = endOfLine(at)
        if starts("<http") || starts("<mailto:"), let close = bytes[at..<end].firstIndex(of: UInt8(ascii: ">")) {
            at = close
        }
        at += 1
    }

    // MARK: What is covered

    private mutating func maskFormula() {
        if starts("$$") { return maskDisplay() }
        let end = endOfParagraph(at)
        guard at + 1 < end, !isSpace(at + 1), let close = closing("$", from: at + 1, before: end),
            !isSpace(close - 1), close + 1 >= bytes.endIndex || !isDigit(bytes[close + 1])
        else {
            at += 1
            return
        }
        cover(at..<(close + 1), .math(math(from: at + 1, to: close)))
    }

    private mutating func maskDisplay() {
        let opening = at
        guard let close = closing("$$", from: at + 2, before: endOfParagraph(at + 2)) else {
            add(.unclosedDisplay, at: at)
            at += 2
            return
        }
        let math = math(from: at + 2, to: close)
        var brace = close + 2
        while brace < bytes.endIndex, bytes[brace] == UInt8(ascii: " ") { brace += 1 }
        guard brace < bytes.endIndex, bytes[brace] == UInt8(ascii: "{"), !bytes[brace...].starts(with: Array("{{".utf8))
        else { return cover(opening..<(close + 2), .display(math, labels: [], claims: [])) }
        guard let (attributes, length) = Attributes.read(bytes[brace..<endOfLine(brace)]) else {
            let text = source.text((brace + 1)..<endOfLine(brace))
            add(.badAttributes(text.hasSuffix("}") ? String(text.dropLast()) : text), at: brace)
            return cover(opening..<(close + 2), .display(math, labels: [], claims: []))
        }
        let labels = attributes.labels.map { Name(text: $0.text, place: source.place(brace + $0.offset)) }
        var claims: [Name] = []
        if let list = attributes.texts["claims"] {
            var offset = brace + list.offset
            for id in list.text.split(separator: " ", omittingEmptySubsequences: false) {
                if !id.isEmpty { claims.append(Name(text: String(id), place: source.place(offset))) }
                offset += id.utf8.count + 1
            }
        }
        cover(opening..<(brace + length), .display(math, labels: labels, claims: claims))
    }

    private mutating func maskValue() {
        guard let close = closing("}}", from: at + 2, before: endOfLine(at)) else {
            add(.unclosedValue, at: at)
            at += 2
            return
        }
        let inner = source.text((at + 2)..<close)
        let halves = inner.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let path = halves[0].trimming.split(separator: ":", maxSplits: 1).map { $0.trimming }
        guard let name = path.last, !name.isEmpty else {
            add(.emptyValue, at: at)
            return cover(at..<(close + 2), .literal(""))
        }
        let query = ValueQuery(
            section: path.count == 2 ? path[0] : nil, name: name, option: halves.count == 2 ? halves[1].trimming : "",
            place: source.place(at))
        cover(at..<(close + 2), .value(query))
    }

    private mutating func maskBracket() {
        let end = endOfParagraph(at)
        if starts("[](claim:"), let close = closing(")", from: at + 9, before: end) {
            let name = Name(text: source.text((at + 9)..<close).trimming, place: source.place(at + 9))
            return cover(at..<(close + 1), .claim(name))
        }
        guard starts("[@"), let close = closing("]", from: at + 2, before: end),
            let citations = CitationQuery.list(in: (at + 1)..<close, of: source)
        else {
            at += 1
            return
        }
        cover(at..<(close + 1), .citation(citations, narrative: false))
    }

    private mutating func maskMention() {
        let before = at > bytes.startIndex ? bytes[at - 1] : UInt8(ascii: " ")
        var end = at + 1
        while end < bytes.endIndex, Attributes.isName(bytes[end]) { end += 1 }
        while end > at + 1, "-_./".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard " \n\t([{\"'*_-".utf8.contains(before) || before > 127, end > at + 2, isLetter(bytes[at + 1]) else {
            at += 1
            return
        }
        let name = Name(text: source.text((at + 1)..<end), place: source.place(at))
        let isReference = ["eq-", "fig-", "tbl-", "sec-", "alg-"].contains { name.text.hasPrefix($0) }
        cover(
            at..<end,
            isReference
                ? .reference(name) : .citation([CitationQuery(key: name, locator: "")], narrative: true))
    }

    // MARK: Steps

    private mutating func cover(_ range: Range<Int>, _ content: Mask.Content) {
        at = range.upperBound
        guard masks.count < Placeholder.limit else {
            if !problems.contains(where: { $0.kind == .tooMuchMarkup(limit: Placeholder.limit) }) {
                add(.tooMuchMarkup(limit: Placeholder.limit), at: range.lowerBound)
            }
            return
        }
        masks.append(Mask(range: range, content: content))
    }

    /// The most problems of one template that are told.
    private static let problemLimit = 100

    private mutating func add(_ kind: Problem.Kind, at offset: Int) {
        // One faulty line may hold thousands, and each shows its line.
        guard problems.count < Self.problemLimit else { return }
        problems.append(Problem(kind, at: source.place(offset)))
    }

    /// The TeX of a range; in a quotation the marks that begin its further lines are no part of it.
    private func math(from start: Int, to end: Int) -> Math {
        var first = start
        let depth = source.bytes[source.lineStart(of: start)..<start].count { $0 == UInt8(ascii: ">") }
        while first < end, isSpace(first) || depth > 0 && bytes[first] == UInt8(ascii: ">") { first += 1 }
        let lines = source.text(first..<end).split(separator: "\n", omittingEmptySubsequences: false)
        let tex = lines.enumerated().map { index, line in
            guard index > 0, depth > 0 else { return line }
            var rest = line
            for _ in 0..<depth {
                let mark = rest.drop { $0 == " " }
                if mark.first == ">" { rest = mark.dropFirst() }
            }
            return rest
        }
        return Math(tex: tex.joined(separator: "\n").trimming, place: source.place(first), offset: first)
    }

    private func starts(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    /// The offset of `mark`, over escaped characters, before `end`.
    private func closing(_ mark: String, from start: Int, before end: Int) -> Int? {
        let mark = Array(mark.utf8)
        var next = start
        while next + mark.count <= end {
            if bytes[next...].starts(with: mark) { return next }
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func endOfLine(_ offset: Int) -> Int {
        guard offset < bytes.endIndex else { return bytes.endIndex }
        return bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    }

    /// Where the next blank line begins.
    private func endOfParagraph(_ offset: Int) -> Int {
        var end = endOfLine(offset)
        while end < bytes.endIndex {
            let next = endOfLine(end + 1)
            if bytes[(end + 1)..<next].allSatisfy({ " \t>\r".utf8.contains($0) }) { return end }
            end = next
        }
        return end
    }

    private func isSpace(_ offset: Int) -> Bool { " \n\t\r".utf8.contains(bytes[offset]) }
    private func isDigit(_ byte: UInt8) -> Bool { "0123456789".utf8.contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool { Attributes.isName(byte) && !"-_./0123456789".utf8.contains(byte) }
}
