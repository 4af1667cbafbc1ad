import Notebook

/// A piece of a page: what stands between blank lines.
public indirect enum Block<Phase: ProsePhase>: Sendable {
    case paragraph([Inline<Phase>])
    case heading(level: Int, id: String, [Inline<Phase>])
    case quote([Block])
    case callout(Callout<Phase>, [Block])
    /// A list; `start` is the first number, nil for an unordered one. Tight lists have no space between items.
    case list(start: Int?, tight: Bool, items: [[Block]])
    case code(language: String, String)
    case table(alignments: [ColumnAlignment], rows: [[[Inline<Phase>]]])
    case definitions([Definition<Phase>])
    case rule
    case leaf(Phase.BlockLeaf)
}

/// A term and what it means; the term is empty where it is that of the entry before.
public struct Definition<Phase: ProsePhase>: Sendable {
    public let term: [Inline<Phase>]
    public let text: [Inline<Phase>]
}

/// How the cells of a column stand.
public enum ColumnAlignment: Sendable {
    case leading, centre, trailing
}

/// A page's prose: its blocks, and its notes in the order of their first mention.
public struct Prose<Phase: ProsePhase>: Sendable {
    public let blocks: [Block<Phase>]
    /// Where each of `blocks` begins; line 0 for one that goes on in a paragraph.
    let places: [Place]
    public let notes: [[Block<Phase>]]
}

extension Block {
    /// The same block with every leaf answered.
    func map<Next: ProsePhase>(
        inline: (Phase.InlineLeaf) -> Inline<Next>, block: (Phase.BlockLeaf) -> Block<Next>
    ) -> Block<Next> {
        switch self {
        case .paragraph(let content): .paragraph(content.map { $0.map(inline) })
        case .heading(let level, let id, let content): .heading(level: level, id: id, content.map { $0.map(inline) })
        case .quote(let blocks): .quote(blocks.map { $0.map(inline: inline, block: block) })
        case .callout(let callout, let blocks):
            .callout(
                Callout<Next>(
                    kind: callout.kind, name: callout.name, title: callout.title.map { $0.map(inline) },
                    label: callout.label,
                    number: callout.number, fold: callout.fold),
                blocks.map { $0.map(inline: inline, block: block) })
        case .list(let start, let tight, let items):
            .list(start: start, tight: tight, items: items.map { $0.map { $0.map(inline: inline, block: block) } })
        case .code(let language, let text): .code(language: language, text)
        case .table(let alignments, let rows):
            .table(alignments: alignments, rows: rows.map { $0.map { $0.map { $0.map(inline) } } })
        case .definitions(let entries):
            .definitions(
                entries.map {
                    Definition<Next>(term: $0.term.map { $0.map(inline) }, text: $0.text.map { $0.map(inline) })
                })
        case .rule: .rule
        case .leaf(let leaf): block(leaf)
        }
    }

    /// The same block, every box in it with its name in `language` and the number that `number` has for its label.
    func numbered(in language: Language, _ number: (String) -> String) -> Block {
        switch self {
        case .callout(let callout, let blocks):
            let box = Callout(
                kind: callout.kind, name: language.name(callout.kind.title), title: callout.title, label: callout.label,
                number: callout.label.map { number($0.text) } ?? "", fold: callout.fold)
            return .callout(box, blocks.map { $0.numbered(in: language, number) })
        case .quote(let blocks): return .quote(blocks.map { $0.numbered(in: language, number) })
        case .list(let start, let tight, let items):
            return .list(start: start, tight: tight, items: items.map { $0.map { $0.numbered(in: language, number) } })
        default: return self
        }
    }

    /// The blocks directly inside this one.
    public var children: [Block] {
        switch self {
        case .quote(let blocks), .callout(_, let blocks): blocks
        case .list(_, _, let items): items.flatMap { $0 }
        case .leaf(let leaf): Phase.children(of: leaf)
        default: []
        }
    }

    /// This block and all inside it, in reading order.
    public var flattened: [Block] {
        [self] + children.flatMap(\.flattened)
    }
}

extension Prose {
    /// The same with blocks at its ends that stand in no template.
    func adding(before: [Block<Phase>], after: [Block<Phase>]) -> Prose {
        func nowhere(_ blocks: [Block<Phase>]) -> [Place] { blocks.map { _ in Place(file: "ledger of claims") } }
        return Prose(
            blocks: before + blocks + after, places: nowhere(before) + places + nowhere(after), notes: notes)
    }
}
