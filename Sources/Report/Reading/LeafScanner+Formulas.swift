extension LeafScanner {
    mutating func formula() {
        if starts("$$") { return display() }
        lookForLooseFormula()
        guard at + 1 < bytes.count, !isSpace(at + 1), let close = closingOfFormula(from: at + 1),
            !isSpace(close - 1), close + 1 >= bytes.count || !isDigit(bytes[close + 1])
        else {
            at += 1
            return
        }
        if bytes[at + 1] == UInt8(ascii: "`"), bytes[close - 1] == UInt8(ascii: "`"), close > at + 3 {
            add(.foreign("$`", instead: "$\(text((at + 2)..<(close - 1)))$"), at: at)
        }
        if let sign = (at + 1..<close).first(where: {
            bytes[$0] == UInt8(ascii: "%") && bytes[$0 - 1] != UInt8(ascii: "\\")
        }) {
            add(.foreign("%", instead: "\\% for the sign, which begins a comment in TeX"), at: sign)
        }
        let (math, values) = math(from: at + 1, to: close)
        cover(at..<(close + 1), .math(math, values: values))
    }

    /// The dollar sign that ends the formula whose TeX begins at `start`; those in braces of words belong to formulas in it.
    private func closingOfFormula(from start: Int) -> Int? {
        guard let first = closing("$", from: start) else { return nil }
        guard
            bytes[start..<first].firstPlace(of: Array("\\text".utf8)) != nil
                || bytes[start..<first].firstPlace(of: Array("\\mbox".utf8)) != nil,
            let words = text(start..<first).firstMatch(of: /\\(text|textrm|textbf|textit|textnormal|mbox)\s*\{[^{}]*$/)
        else {
            return first
        }
        let inside = start + text(start..<first)[..<words.range.lowerBound].utf8.count
        var depth = 0
        var next = inside
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "\\"): next += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return closingOfFormula(from: next + 1) }
            default: break
            }
            next += 1
        }
        return first
    }

    /// Tells of TeX between dollar signs of which the first has a space behind it.
    private mutating func lookForLooseFormula() {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: " "),
            let close = closing("$", from: at + 1), bytes[close - 1] == UInt8(ascii: " "),
            text((at + 1)..<close).firstMatch(of: /\\[A-Za-z]+|[\^_][\w{]/) != nil
        else { return }
        add(.foreign("$ ", instead: "$ without the space to begin a formula, \\$ for the sign itself"), at: at)
    }

    mutating func display() {
        let opening = at
        guard let close = closing("$$", from: at + 2) else { return farDisplay() }
        let (math, values) = math(from: at + 2, to: close)
        guard leaf.kind == .paragraph else {
            add(.displayInLine, at: at)
            return cover(opening..<(close + 2), .math(math, values: values))
        }
        if math.tex.isEmpty {
            add(.foreign("$$$$", instead: "a formula between the signs, or \\$ for each of them"), at: opening)
        }
        if bytes[(close + 2)...].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "("),
            let match = text((close + 2)..<endOfLine(close)).wholeMatch(of: /\s*(\([A-Za-z][\w:.-]*\))\s*/)
        {
            add(.foreign(String(match.1), instead: "{#eq-name}"), at: close + 2)
        }
        var brace = close + 2
        while brace < bytes.count, bytes[brace] == UInt8(ascii: " ") { brace += 1 }
        let (labels, claims, end) = labels(at: brace) ?? ([], [], close + 2)
        cover(opening..<end, .display(math, values: values, labels: labels, claims: claims))
    }

    /// Labels and claims in the braces at `brace`, and where they end; nil where there are none.
    mutating func labels(at brace: Int) -> (labels: [Name], claims: [Name], end: Int)? {
        guard brace < bytes.count, bytes[brace] == UInt8(ascii: "{"), !bytes[brace...].starts(with: Array("{{".utf8))
        else { return nil }
        let line = endOfLine(brace)
        guard let (attributes, length) = Attributes.read(bytes[brace..<line]), attributes.classes.isEmpty else {
            let text = text((brace + 1)..<line)
            add(text.hasSuffix("}") ? .badAttributes(String(text.dropLast())) : .openAttributes(text), at: brace)
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
        for kind in attributes.surplus(texts: ["claims"], labels: .max) { add(kind, at: brace) }
        return (labels, claims, brace + length)
    }

    /// A display whose lines look like other blocks: it goes on to the closing signs before the next blank line.
    mutating func farDisplay() {
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
                for kind in attributes.surplus(texts: ["claims"], labels: .max) {
                    problems.append(Problem(kind, at: source.place(brace)))
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

    func math(from start: Int, to end: Int) -> (Math, [ValueQuery]) {
        var first = start
        while first < end, isSpace(first) { first += 1 }
        // A bar within a cell is written with a backslash, which is no part of the formula.
        let tex = leaf.kind == .cell ? text(first..<end).replacing("\\|", with: "|") : text(first..<end)
        let isContiguous = offset(end) - offset(first) == end - first && leaf.kind != .cell
        return MathText.read(tex, place: place(first), offset: isContiguous ? offset(first) : nil)
    }
}
