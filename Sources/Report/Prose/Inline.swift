/// A piece of a paragraph.
indirect enum Inline<Phase: ProsePhase>: Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case struck([Inline])
    case code(String)
    case softBreak
    case lineBreak
    case math(Math)
    /// A link to an address outside the book, or to a file of it.
    case link(String, [Inline])
    /// A note of this page, by its place among the page's notes.
    case note(Int)
    case leaf(Phase.InlineLeaf)
}

extension Inline {
    /// The same piece with every leaf answered by `answer`.
    func map<Next: ProsePhase>(_ answer: (Phase.InlineLeaf) -> Inline<Next>) -> Inline<Next> {
        switch self {
        case .text(let text): .text(text)
        case .emphasis(let inner): .emphasis(inner.map { $0.map(answer) })
        case .strong(let inner): .strong(inner.map { $0.map(answer) })
        case .struck(let inner): .struck(inner.map { $0.map(answer) })
        case .code(let text): .code(text)
        case .softBreak: .softBreak
        case .lineBreak: .lineBreak
        case .math(let math): .math(math)
        case .link(let address, let inner): .link(address, inner.map { $0.map(answer) })
        case .note(let index): .note(index)
        case .leaf(let leaf): answer(leaf)
        }
    }

    /// The pieces inside this one.
    var children: [Inline] {
        switch self {
        case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner): inner
        default: []
        }
    }
}

extension [Block<Resolved>] {
    /// The words of its paragraphs.
    var plainText: String {
        flatMap(\.flattened).map { block in
            if case .paragraph(let content) = block { content.plainText } else { "" }
        }.joined(separator: " ")
    }
}

extension [Inline<Resolved>] {
    /// The words alone, as for a title or for a search.
    var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .math(let math): math.words
            case .softBreak, .lineBreak: " "
            case .note: ""
            case .leaf(.value(let number)): number.plain
            case .leaf(.link(_, let text, _)): text
            case .leaf(.citation(let entries, _)): entries.map(\.plain).joined(separator: "; ")
            case .leaf(.claim): ""
            case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner): inner.plainText
            }
        }.joined()
    }
}
