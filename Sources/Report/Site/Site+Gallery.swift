import Notebook

extension Site {
    /// Every figure of the book, small, with its files.
    func gallery() throws -> String {
        var writer = HTMLWriter(page: "figures", formulas: [:], figures: try views())
        writer.out.element("p") {
            $0.text(
                "Every figure was drawn from what its section’s experiment measured, and is yours to take: as SVG or PDF for print, as PNG for slides, and its numbers as a table or as CSV."
            )
        }
        var outline: [Shell.Heading] = []
        for record in report.records where !record.page.figures.isEmpty {
            let section = record.section
            let id = "of-\(section.info.slug)"
            outline.append(Shell.Heading(id: id, level: 2, label: HTML.escape(section.info.title)))
            writer.write(section.heading)
            writer.element("div", ["class": "gallery"]) { writer in
                for figure in ordered(record.page.figures, of: section.info.slug) {
                    writer.card(of: numbered(figure, of: section.info.slug))
                }
            }
        }
        return shell.page(
            slug: "figures", title: "All figures", kicker: "To look at and to take", body: writer.out.html,
            outline: outline)
    }
}

extension HTMLWriter {
    fileprivate mutating func card(of entry: FigureEntry) {
        guard let view = figures[entry.stem(frame: entry.figure.initial)] else { return }
        element("figure", ["class": "thumbnail"]) { writer in
            writer.element("a", ["href": writer.href(Anchor(page: entry.slug, id: entry.id))]) { $0.picture(view) }
            writer.element("figcaption") { writer in
                writer.out.element("span", ["class": "number"]) {
                    $0.text(entry.number.isEmpty ? entry.figure.name : entry.number)
                }
                writer.downloads(entry)
            }
        }
        out.raw("\n")
    }
}
