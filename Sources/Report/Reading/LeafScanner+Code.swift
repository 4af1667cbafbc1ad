extension LeafScanner {
    mutating func escape() {
        if starts("\\@ref(") { add(.foreign("\\@ref", instead: "@eq-name, @fig-name or @sec-name"), at: at) }
        if starts("\\#"), at > 0, bytes[at - 1] == UInt8(ascii: "("),
            let match = text(at..<endOfLine(at)).prefixMatch(of: /\\#\w+:[\w-]+(?=\))/)
        {
            add(.foreign("(\(match.output))", instead: "{#eq-name} behind the closing $$"), at: at - 1)
        }
        if let (markup, instead) = Neighbour.command(bytes[at...]) { add(.foreign(markup, instead: instead), at: at) }
        for (open, close) in [("\\[", "\\]"), ("\\(", "\\)")] where starts(open) {
            guard let end = bytes[(at + 2)...].firstPlace(of: Array(close.utf8))?.lowerBound else { continue }
            let inner = text((at + 2)..<end)
            let isWhole = at == 0 && bytes[(end + 2)...].allSatisfy { " .,;\n".utf8.contains($0) }
            let isFormula = inner.firstMatch(of: /\\[a-zA-Z]|[\^_]/) != nil
            if open == "\\[" ? isWhole || isFormula && inner.first?.isWhitespace == true : isFormula {
                add(.foreign(open, instead: open == "\\[" ? "$$ … $$" : "$…$"), at: at)
            }
        }
        at += 2
    }

    mutating func code() {
        let length = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
        var next = at + length
        while next < bytes.count {
            let run = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == length {
                let inner = text((at + length)..<next)
                if let (mark, name) = role(before: at) {
                    add(.foreign("\(mark)`", instead: Neighbour.role(name, inner)), at: at)
                } else if next + run < bytes.count, bytes[next + run] == UInt8(ascii: "_"), inner.hasSuffix(">") {
                    add(.foreign("`\(inner)`_", instead: "[words](https://…)"), at: at)
                } else if Neighbour.runsCode(inner) {
                    add(.foreign("`\(inner)`", instead: "{{name}}, a value of the section"), at: at)
                }
                at = next + run
                return
            }
            next += max(run, 1)
        }
        let quote = text(at..<endOfLine(at)).prefixMatch(of: /(`{1,2})\p{L}[^`']*'{1,2}/)
        if length < 3, let quote, quote.0.hasSuffix(String(repeating: "'", count: length)) {
            add(.foreign(String(quote.1), instead: length == 1 ? "'words'" : "\"words\""), at: at)
        }
        at += length
    }

    /// The role that stands right before `index`: "{math}" or ":math:", and its name.
    func role(before index: Int) -> (mark: String, name: String)? {
        guard index > 2, let sign = bytes[..<index].last, "}:".utf8.contains(sign) else { return nil }
        let opening = sign == UInt8(ascii: "}") ? UInt8(ascii: "{") : sign
        guard let open = bytes[..<(index - 1)].lastIndex(of: opening), open + 1 < index - 1,
            bytes[(open + 1)..<(index - 1)].allSatisfy({ Attributes.isName($0) || $0 == UInt8(ascii: ":") })
        else { return nil }
        if opening == sign, open > 0, !" \n(".utf8.contains(bytes[open - 1]) { return nil }
        return (text(open..<index), text((open + 1)..<(index - 1)))
    }

    mutating func address() {
        if starts("<!--") {
            if let close = bytes[(at + 4)...].firstPlace(of: Array("-->".utf8)) {
                return cover(at..<close.upperBound, .nothing)
            }
            add(.unclosedComment, at: at)
            at += 4
            return
        }
        let end = bytes[(at + 1)...].firstIndex { "<> \n".utf8.contains($0) } ?? bytes.count
        let isAddress = bytes[at..<end].contains { ":@".utf8.contains($0) }
        at = isAddress && end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : at + 1
    }

    /// A character by its number, which may be none that a page can hold.
    mutating func entity() {
        lookForControl(at: at)
        at += 1
    }

    /// Tells of a forbidden character that is written by its number at `index`: "&#1;", "&#x1;".
    mutating func lookForControl(at index: Int) {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "#") else { return }
        let text = String(decoding: bytes[index...].prefix(11), as: UTF8.self)
        guard let match = text.prefixMatch(of: /&#([xX]?)([0-9A-Fa-f]+);/),
            let code = UInt32(match.2, radix: match.1.isEmpty ? 10 : 16), code != 0, ForbiddenCharacter.holds(code)
        else { return }
        add(.controlCharacter(code), at: index)
    }

    /// The address of a link stays as it is; a value in it can't be read there.
    mutating func linkTarget() {
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
        let address = text((at + 2)..<end)
        if address.contains(" "), address.first != "<", bytes[..<at].contains(UInt8(ascii: "[")),
            let match = address.prefixMatch(of: /(\S+)\s+[^"'(\s]/),
            match.1.hasPrefix("#") || match.1.contains("/") || match.1.contains("@")
        {
            add(.spaceInAddress(String(match.1)), at: at + 2)
        }
        if let value = bytes[at..<end].firstPlace(of: Array("{{".utf8)) { add(.lostMarkup, at: value.lowerBound) }
        for index in at..<end where bytes[index] == UInt8(ascii: "&") { lookForControl(at: index) }
        at = end + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "{"), !starts("{{") { attributes(at: at) }
    }
}
