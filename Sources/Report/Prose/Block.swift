/// A piece of a page: what stands between blank lines.
indirect enum Block<Phase: ProsePhase>: Sendable {
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

/// A term and what it means.
struct Definition<Phase: ProsePhase>: Sendable {
    let term: [Inline<Phase>]
    let text: [Inline<Phase>]
}

/// How the cells of a column stand.
enum ColumnAlignment: Sendable {
    case leading, centre, trailing
}

/// A page's prose: its blocks, and its notes in the order of their first mention.
struct Prose<Phase: ProsePhase>: Sendable {
    let blocks: [Block<Phase>]
    /// Where each of `blocks` begins; line 0 for one that goes on in a paragraph.
    let places: [Place]
    let notes: [[Block<Phase>]]
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
                    kind: callout.kind, title: callout.title.map { $0.map(inline) }, label: callout.label,
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

    /// The same block, every box in it with the number that `number` has for its label.
    func numbered(_ number: (String) -> String) -> Block {
        switch self {
        case .callout(let callout, let blocks):
            let box = Callout(
                kind: callout.kind, title: callout.title, label: callout.label,
                number: callout.label.map { number($0.text) } ?? "", fold: callout.fold)
            return .callout(box, blocks.map { $0.numbered(number) })
        case .quote(let blocks): return .quote(blocks.map { $0.numbered(number) })
        case .list(let start, let tight, let items):
            return .list(start: start, tight: tight, items: items.map { $0.map { $0.numbered(number) } })
        default: return self
        }
    }

    /// The blocks directly inside this one.
    var children: [Block] {
        switch self {
        case .quote(let blocks), .callout(_, let blocks): blocks
        case .list(_, _, let items): items.flatMap { $0 }
        case .leaf(let leaf): Phase.children(of: leaf)
        default: []
        }
    }

    /// This block and all inside it, in reading order.
    var flattened: [Block] {
        [self] + children.flatMap(\.flattened)
    }
}

extension Prose {
    /// The same with `blocks` at its end, which stand in no template.
    func appending(_ blocks: [Block<Phase>]) -> Prose {
        Prose(
            blocks: self.blocks + blocks, places: places + blocks.map { _ in Place(file: "ledger of claims") },
            notes: notes)
    }
}
