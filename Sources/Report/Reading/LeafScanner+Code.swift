extension LeafScanner {
    mutating func escape() {
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
    func role(before index: Int) -> String? {
        guard index > 2, bytes[index - 1] == UInt8(ascii: "}"),
            let open = bytes[..<index].lastIndex(of: UInt8(ascii: "{")), open + 1 < index - 1,
            bytes[(open + 1)..<(index - 1)].allSatisfy({ Attributes.isName($0) || $0 == UInt8(ascii: ":") })
        else { return nil }
        return text((open + 1)..<(index - 1))
    }

    mutating func address() {
        if starts("<!--"), let close = bytes[(at + 4)...].firstPlace(of: Array("-->".utf8)) {
            return cover(at..<close.upperBound, .nothing)
        }
        let end = bytes[(at + 1)...].firstIndex { "<> \n".utf8.contains($0) } ?? bytes.count
        let isAddress = bytes[at..<end].contains { ":@".utf8.contains($0) }
        at = isAddress && end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : at + 1
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
        if let value = bytes[at..<end].firstPlace(of: Array("{{".utf8)) { add(.lostMarkup, at: value.lowerBound) }
        at = end + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "{"), !starts("{{") { attributes(at: at) }
    }
}
