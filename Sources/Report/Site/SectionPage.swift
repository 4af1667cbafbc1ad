import Notebook

/// Writes the page of a section.
struct SectionPage {
    let page: ResolvedPage
    let formulas: [Formula: String]
    let figures: [String: FigureView]
    var medium = Medium.browser

    /// The page's body and its headings.
    func render() -> (body: String, outline: [Shell.Heading]) {
        var writer = HTMLWriter(
            page: page.slug, formulas: formulas, figures: figures, notes: page.prose.notes, medium: medium)
        writer.surprises(in: page.record)
        writer.writePage(page.prose.blocks)
        writer.references()
        if medium == .browser { writer.cards() }
        return (writer.out.html, outline)
    }

    private var outline: [Shell.Heading] {
        page.prose.blocks.compactMap { block in
            guard case .heading(let level, let id, let content) = block, level <= 3 else { return nil }
            var writer = HTMLWriter(page: page.slug, formulas: formulas, figures: [:], medium: medium)
            writer.write(content.bare)
            return Shell.Heading(id: id, level: level, label: writer.out.html)
        }
    }
}

extension HTMLWriter {
    /// A box at the head of the page that names the claims which came out unexpectedly.
    fileprivate mutating func surprises(in record: SectionRecord?) {
        guard let record, !record.surprises.isEmpty else { return }
        let word = record.isAsWritten ? "fails" : "differs"
        let page = "evidence.\(medium.ending)"
        out.element("aside", ["class": "callout callout-warning"]) { out in
            out.element("p", ["class": "callout-title"]) { $0.text("This page \(word)") }
            out.element("p") { out in
                out.text("The experiment did not say what the prose was written for: ")
                for (index, claim) in record.surprises.enumerated() {
                    if index > 0 { out.text(", ") }
                    out.element("a", ["href": "\(page)#claim-\(claim.id)"]) { $0.text(claim.id) }
                    out.text(
                        " (\(claim.verdict.rawValue) instead of \(claim.expected.verdict(in: record.profile).rawValue))"
                    )
                }
                out.text(".")
            }
        }
        out.raw("\n")
    }

    /// The sources that the page cites, each with links back to where.
    mutating func references() {
        guard !cited.isEmpty else { return }
        let entries = cited.inOrder
        element("section", ["class": "references"]) { writer in
            writer.out.element("h2", ["id": "references"]) { $0.text("References") }
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
        for piece in ReferenceText.pieces(of: entry) {
            switch piece {
            case .text(let inlines): write(inlines)
            case .title(let inlines): element("cite") { $0.write(inlines) }
            case .link(let address):
                out.element("a", ["href": Address.encoded(address), "rel": "external"]) { $0.text(address) }
            }
        }
    }

    /// The cards of the claims that were mentioned, each shown when its badge is pressed.
    mutating func cards() {
        for entry in mentioned { card(entry, isPopover: true) }
    }
}
