/// Reads the words of a document of pandoc's own form.
struct PandocText {
    /// Where formulas in the words come from.
    let place: Place
    /// Whether a note was met, which no citation of a line can hold.
    private(set) var hasNote = false

    init(at place: Place) { self.place = place }

    /// The words of `nodes`, with what leads to a source told apart.
    mutating func pieces(of nodes: [Any]) -> [Citation.Piece] {
        var pieces: [Citation.Piece] = []
        for node in nodes.compactMap({ $0 as? [String: Any] }) {
            for piece in read(node) {
                // Words stand word by word.
                if case .words(let more) = piece, case .words(let words)? = pieces.last {
                    pieces[pieces.count - 1] = .words(Self.joined(words, more))
                } else {
                    pieces.append(piece)
                }
            }
        }
        return pieces
    }

    private mutating func read(_ node: [String: Any]) -> [Citation.Piece] {
        let content = node["c"]
        let list = content as? [Any] ?? []
        func inner(_ index: Int) -> [Any] { list.indices.contains(index) ? list[index] as? [Any] ?? [] : [] }
        switch node["t"] as? String {
        case "Str": return [.words(Self.uncovered(content as? String ?? "", at: place))]
        case "Space", "SoftBreak": return [.words([.text(" ")])]
        case "LineBreak": return [.words([.lineBreak])]
        case "Emph", "Underline": return wrapped(list) { .emphasis($0) }
        case "Strong": return wrapped(list) { .strong($0) }
        case "Strikeout": return wrapped(list) { .struck($0) }
        case "Superscript": return wrapped(list) { .raised($0.plainText) }
        case "Subscript": return wrapped(list) { .lowered($0.plainText) }
        case "SmallCaps": return pieces(of: list)
        case "Quoted":
            let isSingle = (list.first as? [String: Any])?["t"] as? String == "SingleQuote"
            return [.words([.text(isSingle ? "‘" : "“")])] + pieces(of: inner(1))
                + [.words([.text(isSingle ? "’" : "”")])]
        case "Cite", "Span": return pieces(of: inner(1))
        case "Code": return [.words([.code(list.last as? String ?? "")])]
        case "Math": return [.words([.math(Math(tex: list.last as? String ?? "", place: place))])]
        case "Link":
            let target = inner(2).first as? String ?? ""
            let words = pieces(of: inner(1)).flatMap { piece in
                switch piece {
                case .words(let words), .source(_, let words): words
                }
            }
            return target.hasPrefix("#ref-")
                ? [.source(String(target.dropFirst(5)), words)] : [.words([.link(target, words)])]
        case "Para", "Plain": return pieces(of: list)
        case "Div": return pieces(of: inner(1))
        case "RawInline": return [.words([.text(list.last as? String ?? "")])]
        case "Note":
            hasNote = true
            return []
        default: return []
        }
    }

    private mutating func wrapped(
        _ nodes: [Any], by wrap: ([Inline<Resolved>]) -> Inline<Resolved>
    ) -> [Citation.Piece] {
        pieces(of: nodes).map { piece in
            switch piece {
            case .words(let words): .words([wrap(words)])
            case .source(let id, let words): .source(id, [wrap(words)])
            }
        }
    }

    private static func joined(_ words: [Inline<Resolved>], _ more: [Inline<Resolved>]) -> [Inline<Resolved>] {
        guard case .text(let before)? = words.last, case .text(let behind)? = more.first else { return words + more }
        return words.dropLast() + [.text(before + behind)] + more.dropFirst()
    }

    // MARK: Formulas

    /// Where the signs begin that stand for the letters of a formula: a plane of private use.
    private static let cover: UInt32 = 0xF0000

    /// `text` with its formulas in signs that mean nothing to a style.
    static func covering(_ text: String) -> String {
        guard text.contains("$") else { return text }
        let pieces = InlineText.read(text, at: Place(file: ""), stresses: false)
        guard pieces.contains(where: { if case .math = $0 { true } else { false } }) else { return text }
        return pieces.map { piece in
            switch piece {
            case .math(let math): String(String.UnicodeScalarView(math.tex.unicodeScalars.compactMap(covered)))
            default: [piece].plainText
            }
        }.joined()
    }

    private static func covered(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        scalar.value < 0xFFFE ? Unicode.Scalar(cover + scalar.value) : nil
    }

    private static func uncovered(_ text: String, at place: Place) -> [Inline<Resolved>] {
        func isCovered(_ scalar: Unicode.Scalar) -> Bool { (cover..<(cover + 0xFFFE)).contains(scalar.value) }
        guard text.unicodeScalars.contains(where: isCovered) else { return [.text(text)] }
        var pieces: [Inline<Resolved>] = []
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            let isFormula = isCovered(first)
            let run = rest.prefix { isCovered($0) == isFormula }
            rest = rest.dropFirst(run.count)
            let letters = isFormula ? run.compactMap { Unicode.Scalar($0.value - cover) } : Array(run)
            let part = String(String.UnicodeScalarView(letters))
            pieces.append(isFormula ? .math(Math(tex: part, place: place)) : .text(part))
        }
        return pieces
    }
}
