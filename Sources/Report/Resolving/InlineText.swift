/// Reads the texts that sections hand over: plain words with TeX between dollar signs, nothing else.
enum InlineText {
    static func read(_ text: String, at place: Place) -> [Inline<Resolved>] {
        var pieces: [Inline<Resolved>] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "$"),
            let close = rest[rest.index(after: open)...].firstIndex(of: "$"), close > rest.index(after: open)
        {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.math(Math(tex: String(rest[rest.index(after: open)..<close]), place: place)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
