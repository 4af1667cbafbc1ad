/// Reads the texts that sections hand over: plain words, TeX between dollar signs, and words to stress between asterisks.
enum InlineText {
    static func read(_ text: String, at place: Place) -> [Inline<Resolved>] {
        var pieces: [Inline<Resolved>] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "$"),
            let close = rest[rest.index(after: open)...].firstIndex(of: "$"), close > rest.index(after: open)
        {
            pieces += words(rest[..<open])
            pieces.append(.math(Math(tex: String(rest[rest.index(after: open)..<close]), place: place)))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + words(rest)
    }

    /// `text` without formulas; a pair of asterisks stresses what it touches on both sides.
    private static func words(_ text: Substring) -> [Inline<Resolved>] {
        guard let open = text.firstIndex(of: "*") else { return text.isEmpty ? [] : [.text(String(text))] }
        let inner = text[text.index(after: open)...]
        guard let close = inner.firstIndex(of: "*"), let first = inner.first, first != "*", !first.isWhitespace,
            inner[..<close].last?.isWhitespace == false
        else { return [.text(String(text))] }
        let before: [Inline<Resolved>] = open > text.startIndex ? [.text(String(text[..<open]))] : []
        return before + [.emphasis([.text(String(inner[..<close]))])] + words(inner[inner.index(after: close)...])
    }
}
