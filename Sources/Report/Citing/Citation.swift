/// A citation as it stands in the text: words, and the stretches of them that lead to a source.
public struct Citation: Sendable {
    let entries: [CitationEntry]
    let pieces: [Piece]

    enum Piece: Sendable {
        case words([Inline<Resolved>])
        /// Words that lead to the source of this id.
        case source(String, [Inline<Resolved>])
    }

    /// The words alone.
    public var content: [Inline<Resolved>] {
        pieces.flatMap { piece in
            switch piece {
            case .words(let words), .source(_, let words): words
            }
        }
    }

    /// The sources that no stretch of the words leads to, as the second of “[1–3]”.
    var unnamed: [CitationEntry] {
        let named = Set(pieces.compactMap { if case .source(let id, _) = $0 { id } else { nil } })
        return entries.filter { !named.contains($0.reference.id) }
    }

    /// Whether it stands close to the word before it, as a raised number does.
    var isRaised: Bool { if case .raised? = content.first { true } else { false } }
}

extension [Inline<Resolved>] {
    /// The same without spaces before raised citations.
    var closedUp: [Inline<Resolved>] {
        guard contains(where: Self.isRaised) else { return self }
        var pieces: [Inline<Resolved>] = []
        for piece in self {
            if Self.isRaised(piece) {
                switch pieces.last {
                case .softBreak: pieces.removeLast()
                case .text(let text) where text.last?.isWhitespace == true:
                    pieces[pieces.count - 1] = .text(String(text.dropLast()))
                default: break
                }
            }
            pieces.append(piece)
        }
        return pieces
    }

    private static func isRaised(_ inline: Inline<Resolved>) -> Bool {
        if case .leaf(.citation(let citation)) = inline { citation.isRaised } else { false }
    }
}
