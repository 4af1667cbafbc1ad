extension LeafScanner {
    mutating func brace() {
        if starts("{{") { return value() }
        let isBehindWords = at > 0 && "]`*".utf8.contains(bytes[at - 1])
        if starts("{#") || starts("{.") || starts("{-}")
            || isBehindWords && text(at..<endOfLine(at)).prefixMatch(of: /\{[\w-]+=/) != nil
        {
            return attributes(at: at)
        }
        at += 1
    }

    mutating func value() {
        let line = endOfLine(at)
        guard let close = bytes[(at + 2)..<line].firstPlace(of: Array("}}".utf8))?.lowerBound else {
            add(.unclosedValue, at: at)
            at = line
            return
        }
        if bytes[at + 2..<close].first.map({ "<%#>!".utf8.contains($0) }) ?? false {
            add(
                .foreign(text(at..<(close + 2)), instead: "{{name}} for a value; a template calls nothing else"), at: at
            )
            return cover(at..<(close + 2), .nothing)
        }
        guard let query = ValueQuery(text((at + 2)..<close), at: place(at)) else {
            add(.emptyValue, at: at)
            return cover(at..<(close + 2), .nothing)
        }
        cover(at..<(close + 2), .value(query))
    }

    /// Braces at the end of a heading's line, of a caption, or behind a picture; anywhere else they are an error.
    mutating func attributes(at brace: Int) {
        at = brace
        let line = endOfLine(brace)
        guard let (attributes, length) = Attributes.read(bytes[brace..<line]) else {
            let text = text((brace + 1)..<line)
            add(text.hasSuffix("}") ? .badAttributes(String(text.dropLast())) : .openAttributes(text), at: brace)
            at = line
            return
        }
        if attributes.classes == ["index"], attributes.labels.isEmpty {
            for kind in attributes.surplus(texts: ["term"], classes: ["index"]) { add(kind, at: brace) }
            let term = Name(text: attributes.texts["term"]?.text ?? "", place: place(brace))
            return cover(brace..<(brace + length), .term(term))
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
}
