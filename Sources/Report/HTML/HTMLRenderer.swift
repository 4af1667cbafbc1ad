import Notebook

/// Writes pages as HTML: what stands inside their frame.
struct HTMLRenderer: Renderer {
    let formulas: [Formula: String]
    let figures: [String: FigureView]
    var medium = Medium.browser
    var language = Language.english

    var folder: String { "" }
    var ending: String { medium.ending }
    var version: String { "1" }

    func render(_ page: ResolvedPage) -> String {
        var writer = HTMLWriter(
            page: page.slug, formulas: formulas, figures: figures, notes: page.prose.notes, medium: medium)
        writer.writePage(page.prose.blocks)
        writer.references(language.name("References"))
        if medium == .browser { writer.cards() }
        return writer.out.html
    }

    /// The headings of `page` for a list of its contents.
    func outline(of page: ResolvedPage) -> [Shell.Heading] {
        page.prose.blocks.compactMap { block in
            guard case .heading(let level, let id, let content) = block, level <= 3 else { return nil }
            var writer = HTMLWriter(page: page.slug, formulas: formulas, figures: [:], medium: medium)
            writer.write(content.bare)
            return Shell.Heading(id: id, level: level, label: writer.out.html)
        }
    }
}

extension HTMLWriter {
    /// The sources that the page cites, each with links back to where.
    mutating func references(_ title: String) {
        guard !cited.isEmpty else { return }
        let entries = cited.inOrder
        element("section", ["class": "references"]) { writer in
            writer.out.element("h2", ["id": "references"]) { $0.text(title) }
            writer.element("ul") { writer in
                for entry in entries {
                    let name = Address.id(entry.reference.id)
                    writer.element("li", ["id": "ref-\(name)"]) { writer in
                        writer.reference(entry)
                        for count in 1...writer.citations[entry.reference.id, default: 1] {
                            writer.out.raw(" ")
                            writer.out.element(
                                "a",
                                [
                                    "class": "back", "href": "#\(Address.encoded("cite-\(name)-\(count)"))",
                                    "aria-label": "back to citation \(count)",
                                ]
                            ) { $0.text("↩") }
                        }
                    }
                }
            }
        }
        out.raw("\n")
    }

    private mutating func reference(_ entry: CitationEntry) {
        for piece in entry.listing {
            switch piece {
            case .text(let inlines): write(inlines)
            case .title(let inlines): element("cite") { $0.write(inlines) }
            case .link(let address):
                out.element("a", ["href": Address.encoded(address), "rel": "external"]) { $0.text(address) }
            }
        }
    }

    /// The cards of the claims that bear a badge, each shown when it is pressed.
    mutating func cards() {
        for entry in marked { card(ClaimCard(entry), isPopover: true) }
    }
}
