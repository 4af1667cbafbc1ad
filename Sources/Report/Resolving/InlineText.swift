/// Reads the texts that sections hand over: plain words, TeX between dollar signs, and words to stress between asterisks.
enum InlineText {
    ///
    /// - Parameter stresses: whether asterisks stress.
    static func read(_ text: String, at place: Place, stresses: Bool = true) -> [Inline<Resolved>] {
        func words(_ text: Substring, after previous: Character?) -> [Inline<Resolved>] {
            stresses
                ? self.words(text, after: previous)
                : text.isEmpty ? [] : [.text(Quotes.curled(String(text), after: previous))]
        }
        var pieces: [Inline<Resolved>] = []
        var rest = text[...]
        var previous: Character?
        while let (open, close) = formula(in: rest) {
            pieces += words(rest[..<open], after: previous)
            previous = "$"
            pieces.append(.math(Math(tex: String(rest[rest.index(after: open)..<close]), place: place)))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + words(rest, after: previous)
    }

    /// The dollar signs of the first formula, by the rule of prose: no space stands inside them, no digit behind them.
    private static func formula(in text: Substring) -> (open: String.Index, close: String.Index)? {
        var from = text.startIndex
        while let open = text[from...].firstIndex(of: "$") {
            let first = text.index(after: open)
            from = first
            guard first < text.endIndex, !text[first].isWhitespace else { continue }
            guard let close = text[first...].firstIndex(of: "$"), close > first else { continue }
            let next = text.index(after: close)
            if !text[text.index(before: close)].isWhitespace, next == text.endIndex || !text[next].isNumber {
                return (open, close)
            }
        }
        return nil
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
