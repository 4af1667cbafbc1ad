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

    mutating func write(_ blocks: [Block<Resolved>]) {
        for block in blocks {
            write(block)
            out.raw("\n")
        }
    }

    // MARK: Blocks

    mutating func write(_ block: Block<Resolved>) {
        switch block {
        case .paragraph(let content): element("p") { $0.write(content) }
        case .heading(let level, let id, let content):
            element("h\(min(max(level, 2), 6))", ["id": id]) { $0.write(content) }
        case .quote(let blocks): element("blockquote") { $0.write(blocks) }
        case .callout(.margin, let blocks): element("aside", ["class": "margin-note"]) { $0.write(blocks) }
        case .callout(let kind, let blocks):
            element("aside", ["class": "callout callout-\(kind.rawValue.lowercased())"]) {
                $0.out.element("p", ["class": "callout-title"]) { $0.text(kind.title) }
                $0.write(blocks)
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
        case .code(let text): out.element("code") { $0.text(text) }
        case .softBreak: out.raw("\n")
        case .lineBreak: out.empty("br")
        case .math(let math): out.raw(formulas[Formula(math, display: false)] ?? HTML.escape(math.tex))
        case .link(let address, let inner): element("a", ["href": address]) { $0.write(inner) }
        case .note(let index): note(index)
        case .leaf(.value(let number)): write(number)
        case .leaf(.claim(let entry)): badge(entry)
        case .leaf(.link(let anchor, let text, let title)):
            out.element("a", ["class": "reference", "href": href(anchor), "title": title.isEmpty ? nil : title]) {
                $0.text(text)
            }
        case .leaf(.citation(let entries, let narrative)): cite(entries, narrative: narrative)
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
        out.element("sup", ["class": "note-mark"]) { $0.text("\(index + 1)") }
        guard notesSeen.insert(index).inserted else { return }
        element("span", ["class": "sidenote", "role": "note"]) { writer in
            writer.out.element("span", ["class": "note-number"]) { $0.text("\(index + 1)") }
            for case .paragraph(let content) in writer.notes[index] {
                writer.out.raw(" ")
                writer.write(content)
            }
        }
    }

    private mutating func cite(_ entries: [CitationEntry], narrative: Bool) {
        if !narrative { out.raw("(") }
        for (index, entry) in entries.enumerated() {
            if index > 0 { out.raw("; ") }
            let id = entry.reference.id
            let count = citations[id, default: 0] + 1
            citations[id] = count
            if count == 1 { cited.append(entry) }
            let year = narrative ? " (\(entry.year)\(entry.locator))" : ", \(entry.year)\(entry.locator)"
            out.element("a", ["class": "citation", "id": "cite-\(id)-\(count)", "href": "#ref-\(id)"]) {
                $0.text(entry.authors + year)
            }
        }
        if !narrative { out.raw(")") }
    }

    /// Notes that `entry` was mentioned; the element's id where that is for the first time.
    mutating func mention(_ entry: ClaimEntry) -> String? {
        guard !mentioned.contains(where: { $0.id == entry.id }) else { return nil }
        mentioned.append(entry)
        return entry.place(on: page).id
    }

    /// The address of `anchor` as seen from this page.
    func href(_ anchor: Anchor) -> String {
        let fragment = anchor.id.isEmpty ? "" : "#\(anchor.id)"
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
