import Notebook

/// Writes resolved prose as HTML.
struct HTMLWriter {
    /// The page's file name without ending.
    let page: String
    let formulas: [Formula: String]
    /// By the stem of the figure's files.
    let figures: [String: FigureView]
    let notes: [[Block<Resolved>]]
    let medium: Medium
    var out = Markup()
    /// Claims that bear a badge, in that order: each gets a card.
    var marked: [ClaimEntry] = []
    /// The claims that were mentioned so far.
    var mentioned: Set<String> = []
    /// How often each source was cited so far, by its id.
    var citations: [String: Int] = [:]
    var cited: [CitationEntry] = []
    var notesSeen: Set<Int> = []
    /// Notes that hold more than a paragraph and wait for the end of the block that mentions them.
    var waitingNotes: [Int] = []
    /// Bytes of pictures that may still stand in the page itself.
    var pictureSpace = FigureFiles.inlineLimit

    init(
        page: String, formulas: [Formula: String], figures: [String: FigureView], notes: [[Block<Resolved>]] = [],
        medium: Medium = .browser
    ) {
        self.page = page
        self.formulas = formulas
        self.figures = figures
        self.notes = notes
        self.medium = medium
    }

    /// Writes the blocks of a page, notes that hold blocks of their own behind the block that mentions them.
    mutating func writePage(_ blocks: [Block<Resolved>]) {
        for block in blocks {
            write(block)
            out.raw("\n")
            for index in waitingNotes { noteBlock(index) }
            waitingNotes = []
        }
    }

    mutating func write(_ blocks: [Block<Resolved>]) {
        for block in blocks {
            write(block)
            out.raw("\n")
        }
    }

    private mutating func noteBlock(_ index: Int) {
        element("aside", ["class": "note-block", "id": "note-\(index + 1)", "role": "note"]) { writer in
            writer.out.element("span", ["class": "note-number"]) { $0.text("\(index + 1)") }
            writer.write(writer.notes[index])
        }
        out.raw("\n")
    }

    // MARK: Blocks

    mutating func write(_ block: Block<Resolved>) {
        switch block {
        case .paragraph(let content): element("p") { $0.write(content) }
        case .heading(let level, let id, let content):
            element("h\(min(max(level, 2), 6))", ["id": id]) { $0.write(content) }
        case .quote(let blocks): element("blockquote") { $0.write(blocks) }
        case .callout(let box, let blocks): callout(box, blocks)
        case .definitions(let entries):
            element("dl") { writer in
                for entry in entries {
                    if !entry.term.isEmpty { writer.element("dt") { $0.write(entry.term) } }
                    writer.element("dd") { $0.write(entry.text) }
                }
            }
        case .list(let start, let tight, let items): list(start: start, tight: tight, items)
        case .code(let language, let text): code(text, language: language)
        case .table(let alignments, let rows): table(alignments, rows)
        case .rule: out.empty("hr")
        case .leaf(let leaf): write(leaf)
        }
    }

    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout HTMLWriter) -> Void
    ) {
        out.open(name, attributes)
        content(&self)
        out.raw("</\(name)>")
    }

    private mutating func callout(_ box: Callout<Resolved>, _ blocks: [Block<Resolved>]) {
        guard box.kind != .margin else { return element("aside", ["class": "margin-note"]) { $0.write(blocks) } }
        let classes = "callout callout-\(box.kind.style) is-\(box.kind.rawValue.lowercased())"
        element("aside", ["class": classes, "id": box.label?.text]) { writer in
            guard let fold = box.fold else {
                writer.element("p", ["class": "callout-title"]) { $0.title(of: box) }
                return writer.write(blocks)
            }
            writer.element("details", ["open": fold == .open ? "" : nil]) { writer in
                writer.element("summary", ["class": "callout-title"]) { $0.title(of: box) }
                writer.write(blocks)
            }
        }
    }

    /// "Theorem 7.2.1 (Hoeffding)", "Note", or the author's own title.
    private mutating func title(of box: Callout<Resolved>) {
        guard box.kind.prefix != nil || box.kind == .proof || box.kind == .solution || box.kind == .remark else {
            if box.title.isEmpty { out.text(box.name) } else { write(box.title) }
            return
        }
        out.text(box.number.isEmpty ? box.name : box.number)
        guard !box.title.isEmpty else { return }
        out.text(" (")
        write(box.title)
        out.text(")")
    }

    private mutating func list(start: Int?, tight: Bool, _ items: [[Block<Resolved>]]) {
        let first = start.flatMap { $0 == 1 ? nil : "\($0)" }
        element(start == nil ? "ul" : "ol", ["start": first]) { writer in
            for item in items {
                writer.element("li") { writer in
                    for block in item {
                        if tight, case .paragraph(let content) = block {
                            writer.write(content)
                        } else {
                            writer.write(block)
                        }
                    }
                }
            }
        }
    }

    private mutating func table(_ alignments: [ColumnAlignment], _ rows: [[[Inline<Resolved>]]]) {
        element("div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "table"]) {
            $0.cells(alignments, rows)
        }
    }

    /// A table, the first of `rows` its head.
    mutating func cells(_ alignments: [ColumnAlignment], _ rows: [[[Inline<Resolved>]]]) {
        element("table") { writer in
            for (index, row) in rows.enumerated() {
                if index == 0 { writer.out.raw("<thead>") }
                if index == 1 { writer.out.raw("<tbody>") }
                writer.element("tr") { writer in
                    for (column, cell) in row.enumerated() {
                        let alignment = alignments.indices.contains(column) ? alignments[column] : .leading
                        writer.element(
                            index == 0 ? "th" : "td",
                            ["scope": index == 0 ? "col" : nil, "class": alignment.className]
                        ) { $0.write(cell) }
                    }
                }
                if index == 0 { writer.out.raw("</thead>") }
            }
            if rows.count > 1 { writer.out.raw("</tbody>") }
        }
    }
}

extension ColumnAlignment {
    /// The style sheet's name; nil for the usual one.
    var className: String? {
        switch self {
        case .leading: nil
        case .centre: "centre"
        case .trailing: "trailing"
        }
    }
}
