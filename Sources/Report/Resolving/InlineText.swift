/// Reads the texts that sections hand over: plain words, TeX between dollar signs, and words to stress between asterisks.
enum InlineText {
    static func read(_ text: String, at place: Place) -> [Inline<Resolved>] {
        var pieces: [Inline<Resolved>] = []
        var rest = text[...]
        var previous: Character?
        while let open = rest.firstIndex(of: "$"),
            let close = rest[rest.index(after: open)...].firstIndex(of: "$"), close > rest.index(after: open)
        {
            pieces += words(rest[..<open], after: previous)
            previous = "$"
            pieces.append(.math(Math(tex: String(rest[rest.index(after: open)..<close]), place: place)))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + words(rest, after: previous)
    }

    /// `text` without formulas; a pair of asterisks stresses what it touches on both sides.
    private static func words(_ text: Substring, after previous: Character?) -> [Inline<Resolved>] {
        let whole = Quotes.curled(String(text), after: previous)
        guard let open = text.firstIndex(of: "*") else { return text.isEmpty ? [] : [.text(whole)] }
        let inner = text[text.index(after: open)...]
        guard let close = inner.firstIndex(of: "*"), let first = inner.first, first != "*", !first.isWhitespace,
            inner[..<close].last?.isWhitespace == false
        else { return [.text(whole)] }
        let before: [Inline<Resolved>] =
            open > text.startIndex ? [.text(Quotes.curled(String(text[..<open]), after: previous))] : []
        return before + [.emphasis([.text(Quotes.curled(String(inner[..<close])))])]
            + words(inner[inner.index(after: close)...], after: "*")
    }
}
