import Notebook

extension Site {
    /// The numbers of all figures of a section, as tables; nil for a section without figures.
    func numbers(of record: SectionRecord) -> ProductFile? {
        let kept = manuscript.keptFigures.filter { $0.record.section.info.slug == record.section.info.slug }
        guard !record.page.figures.isEmpty || !kept.isEmpty else { return nil }
        let slug = record.section.info.slug
        let page = "\(slug)-numbers"
        var writer = HTMLWriter(page: page, formulas: formulas, figures: views)
        let entries =
            record.page.figures.map { numbered($0, of: slug) }
            + kept.flatMap { kept in
                kept.record.page.figures.filter { kept.names.contains($0.name) }
                    .map { numbered($0, of: slug, kept: kept.record.profile) }
            }
        for entry in entries {
            guard let view = views[entry.stem(frame: entry.figure.initial)] else { continue }
            writer.element("section", ["class": "numbers", "id": entry.id]) { $0.numbers(entry, view) }
        }
        let title = "Numbers behind the figures of \(record.section.info.title)"
        let html = shell.page(
            slug: page, title: title, kicker: "Section \(record.section.number)", body: writer.out.html)
        return ProductFile("\(page).html", html)
    }

    /// A figure with the number it bears on its own page.
    func numbered(_ figure: PageFigure, of slug: String, kept: Profile? = nil) -> FigureEntry {
        let entry = FigureEntry(figure: figure, slug: slug, number: "", kept: kept)
        let number = manuscript.targets.target(entry.id, from: slug)?.text ?? ""
        return FigureEntry(figure: figure, slug: slug, number: number, kept: kept)
    }
}

extension HTMLWriter {
    fileprivate mutating func numbers(_ entry: FigureEntry, _ view: FigureView) {
        let name = entry.number.isEmpty ? entry.figure.name : entry.number
        element("h2") { writer in
            writer.out.element("a", ["href": writer.href(Anchor(page: entry.slug, id: entry.id))]) { $0.text(name) }
        }
        out.element("p") { $0.text(view.altText) }
        for mark in NumberTables(csv: view.csv).marks { table(of: mark, name: name) }
        downloads(entry)
        out.raw("\n")
    }

    private mutating func table(of mark: NumberTables.Mark, name: String) {
        out.element(
            "div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "\(name), \(mark.name)"]
        ) {
            $0.element("table") { out in
                out.element("caption") { out in
                    out.text(mark.name)
                    if mark.rows.count < mark.count {
                        out.text(": \(mark.rows.count) of \(mark.count) rows; the CSV has them all")
                    }
                }
                out.element("thead") { $0.cells(mark.columns, "th") }
                out.element("tbody") { out in
                    for row in mark.rows { out.cells(row, "td") }
                }
            }
        }
        out.raw("\n")
    }
}

extension Markup {
    fileprivate mutating func cells(_ texts: [String], _ name: String) {
        element("tr") { out in
            for text in texts {
                out.element(name, ["scope": name == "th" ? "col" : nil, "class": "trailing"]) { $0.text(text) }
            }
        }
    }
}
