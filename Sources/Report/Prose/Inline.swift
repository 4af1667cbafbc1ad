/// A piece of a paragraph.
public indirect enum Inline<Phase: ProsePhase>: Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case struck([Inline])
    case raised(String)
    case lowered(String)
    case code(String)
    case softBreak
    case lineBreak
    case math(Math)
    /// A link to an address outside the book.
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
        case .raised(let text): .raised(text)
        case .lowered(let text): .lowered(text)
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
    public var children: [Inline] {
        switch self {
        case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner): inner
        case .leaf(let leaf): Phase.children(of: leaf)
        default: []
        }
    }
}

extension [Block<Resolved>] {
    /// The words of its paragraphs, headings, tables, captions and code.
    public var plainText: String { flatMap(\.flattened).map(\.ownText).filter { !$0.isEmpty }.joined(separator: " ") }
}

extension Block<Resolved> {
    /// The words of this block without those of the blocks in it.
    var ownText: String {
        switch self {
        case .paragraph(let content), .heading(_, _, let content): content.plainText
        case .callout(let callout, _): callout.title.plainText
        case .code(_, let text): text
        case .table(_, let rows): rows.joined().map(\.plainText).joined(separator: " ")
        case .definitions(let entries):
            entries.map { "\($0.term.plainText) \($0.text.plainText)" }.joined(separator: " ")
        case .leaf(.captioned(_, _, let caption, _)), .leaf(.picture(_, let caption)),
            .leaf(.group(_, _, let caption, _)):
            caption.plainText
        case .leaf(.columns(let lines)): lines.map(\.plainText).joined(separator: " ")
        default: ""
        }
    }
}

extension [Inline<Resolved>] {
    /// The words and formulas alone, for a list of contents: no links, no marks of notes and claims.
    var bare: [Inline<Resolved>] {
        flatMap { inline -> [Inline<Resolved>] in
            switch inline {
            case .note, .leaf(.claim), .leaf(.mark), .leaf(.term): []
            case .leaf(.file(let path)): [.text(path)]
            case .link(_, let inner), .leaf(.local(_, let inner)): inner.bare
            case .leaf(.link(_, let text, _)): [.text(text)]
            case .leaf(.citation(let citation)): citation.content.bare
            case .emphasis(let inner): [.emphasis(inner.bare)]
            case .strong(let inner): [.strong(inner.bare)]
            case .struck(let inner): [.struck(inner.bare)]
            case .lineBreak, .softBreak: [.text(" ")]
            default: [inline]
            }
        }.withoutSpaceAtEnd
    }

    private var withoutSpaceAtEnd: [Inline<Resolved>] {
        guard case .text(let last)? = self.last else { return self }
        var text = last
        while text.last?.isWhitespace == true { text.removeLast() }
        return dropLast() + (text.isEmpty ? [] : [.text(text)])
    }
}

extension [Inline<Resolved>] {
    /// The words alone, as for a title or for a search.
    public var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text), .raised(let text), .lowered(let text): text
            case .math(let math): math.words
            case .softBreak, .lineBreak: " "
            case .note: ""
            case .leaf(.value(let number)): number.plain
            case .leaf(.link(_, let text, _)): text
            case .leaf(.local(_, let inner)): inner.plainText
            case .leaf(.citation(let citation)): citation.content.plainText
            case .leaf(.claim): ""
            case .leaf(.mark(let entry)): entry.id
            case .leaf(.file(let path)): path
            case .leaf(.term): ""
            case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(_, let inner): inner.plainText
            }
        }.joined()
    }
}
