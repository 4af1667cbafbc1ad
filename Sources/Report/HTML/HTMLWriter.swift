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
    /// Claims that were mentioned, in that order: each gets a card.
    private(set) var mentioned: [ClaimEntry] = []
    /// How often each source was cited so far, by its id.
    private(set) var citations: [String: Int] = [:]
    private(set) var cited: [CitationEntry] = []
    private var notesSeen: Set<Int> = []
    /// Notes that hold more than a paragraph and wait for the end of the block that mentions them.
    private var waitingNotes: [Int] = []
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
                    writer.element("dt") { $0.write(entry.term) }
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
            if box.title.isEmpty { out.text(box.kind.title) } else { write(box.title) }
            return
        }
        out.text(box.number.isEmpty ? box.kind.title : box.number)
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
        element("div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "table"]) { writer in
            writer.element("table") { writer in
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

    // MARK: Inlines

    mutating func write(_ inlines: [Inline<Resolved>]) {
        var rest = inlines[...]
        while let inline = rest.popFirst() {
            guard case .math = inline, case .text(let text)? = rest.first else {
                write(inline)
                continue
            }
            // Browsers break a line after a formula, even before a full stop: the style sheet joins the two.
            let signs = text.prefix { ".,;:!?)]”’".contains($0) }
            rest[rest.startIndex] = .text(String(text.dropFirst(signs.count)))
            guard !signs.isEmpty else {
                write(inline)
                continue
            }
            element("span", ["class": "joined"]) {
                $0.write(inline)
                $0.out.element("span", ["class": "sign"]) { $0.text(String(signs)) }
            }
        }
    }

    private mutating func write(_ inline: Inline<Resolved>) {
        switch inline {
        case .text(let text): out.text(text)
        case .emphasis(let inner): element("em") { $0.write(inner) }
        case .strong(let inner): element("strong") { $0.write(inner) }
        case .struck(let inner): element("s") { $0.write(inner) }
        case .raised(let text): out.element("sup") { $0.text(text) }
        case .lowered(let text): out.element("sub") { $0.text(text) }
        case .code(let text): out.element("code") { $0.text(text) }
        case .softBreak: out.raw("\n")
        case .lineBreak: out.empty("br")
        case .math(let math): out.raw(formulas[Formula(math, display: false)] ?? HTML.escape(math.tex))
        case .link(let address, let inner): element("a", ["href": Address.encoded(address)]) { $0.write(inner) }
        case .leaf(.local(let anchor?, let inner)): element("a", ["href": href(anchor)]) { $0.write(inner) }
        case .leaf(.local(nil, let inner)): write(inner)
        case .note(let index): note(index)
        case .leaf(.value(let number)): write(number)
        case .leaf(.claim(let entry)): badge(entry)
        case .leaf(.link(let anchor, let text, let title)):
            out.element("a", ["class": "reference", "href": href(anchor), "title": title.isEmpty ? nil : title]) {
                $0.text(text)
            }
        case .leaf(.citation(let entries, let form)): cite(entries, form)
        }
    }

    mutating func write(_ number: NumberText) {
        out.element("span", ["class": number.isNumber ? "value" : "words"]) { out in
            for (index, part) in number.parts.enumerated() {
                switch part {
                case .text(let text): out.text(text)
                case .power(let exponent):
                    if index == 0 || number.parts[index - 1].isDigits { out.raw("\u{202F}×\u{202F}") }
                    out.raw("10<sup>\(exponent < 0 ? "−" : "")\(exponent.magnitude)</sup>")
                }
            }
        }
    }

    private mutating func note(_ index: Int) {
        guard notes.indices.contains(index) else { return }
        let isSimple =
            notes[index].count <= 1 && notes[index].allSatisfy { if case .paragraph = $0 { true } else { false } }
        let isFirst = notesSeen.insert(index).inserted
        guard isSimple else {
            out.element("sup", ["class": "note-mark"]) {
                $0.element("a", ["href": "#note-\(index + 1)"]) { $0.text("\(index + 1)") }
            }
            if isFirst { waitingNotes.append(index) }
            return
        }
        out.element("sup", ["class": "note-mark"]) { $0.text("\(index + 1)") }
        guard isFirst else { return }
        element("span", ["class": "sidenote", "role": "note"]) { writer in
            writer.out.element("span", ["class": "note-number"]) { $0.text("\(index + 1)") }
            for case .paragraph(let content) in writer.notes[index] {
                writer.out.raw(" ")
                writer.write(content)
            }
        }
    }

    private mutating func cite(_ entries: [CitationEntry], _ form: CitationForm) {
        if form == .bracketed { out.raw("(") }
        for (index, entry) in entries.enumerated() {
            if index > 0 { out.raw("; ") }
            let id = entry.reference.id
            let count = citations[id, default: 0] + 1
            citations[id] = count
            if count == 1 { cited.append(entry) }
            let name = Address.id(id)
            out.element(
                "a", ["class": "citation", "id": "cite-\(name)-\(count)", "href": "#\(Address.encoded("ref-\(name)"))"]
            ) {
                $0.text(entry.text(form))
            }
        }
        if form == .bracketed { out.raw(")") }
    }

    /// Notes that `entry` was mentioned; the element's id where that is for the first time.
    mutating func mention(_ entry: ClaimEntry) -> String? {
        guard !mentioned.contains(where: { $0.id == entry.id }) else { return nil }
        mentioned.append(entry)
        return entry.place(on: page).id
    }

    /// The address of `anchor` as seen from this page.
    func href(_ anchor: Anchor) -> String {
        let fragment = anchor.id.isEmpty ? "" : "#\(Address.encoded(anchor.id))"
        return anchor.page == page && !fragment.isEmpty ? fragment : "\(anchor.page).\(medium.ending)\(fragment)"
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
