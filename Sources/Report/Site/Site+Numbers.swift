import Notebook

extension Site {
    /// Where the numbers of the figures of `record` stand; nil for a section without figures.
    func numbersPath(of record: SectionRecord) -> String? {
        let slug = record.section.info.slug
        return shown.contains { $0.record.section.info.slug == slug && !$0.record.page.figures.isEmpty }
            ? "\(slug)-numbers.html" : nil
    }

    /// The numbers of all figures of a section, as tables.
    func numbers(of record: SectionRecord) throws -> String {
        let slug = record.section.info.slug
        let views = try self.views { owner, _ in owner.section.info.slug == slug ? nil : [] }
        var writer = HTMLWriter(page: "\(slug)-numbers", formulas: [:], figures: views)
        for (owner, names) in shown where owner.section.info.slug == slug {
            for figure in ordered(owner.page.figures, of: slug) where names?.contains(figure.name) ?? true {
                let entry = numbered(figure, of: slug, kept: names.map { _ in owner.profile })
                guard let view = views[entry.stem(frame: entry.figure.initial)] else { continue }
                writer.element("section", ["class": "numbers", "id": entry.id]) { $0.numbers(entry, view) }
            }
        }
        return shell.page(
            slug: "\(slug)-numbers", title: "Numbers behind the figures of \(record.section.info.title)",
            kicker: "Section \(record.section.number)", body: writer.out.html)
    }

    /// `figures` as the page of their section shows them; those that it does not show come last.
    func ordered(_ figures: [PageFigure], of slug: String) -> [PageFigure] {
        let landmarks = manuscript.pages.first { $0.slug == slug }?.facts.landmarks ?? []
        let shown = landmarks.filter { $0.noun == .figure }.map(\.name)
        let places = figures.enumerated().map { place, figure in
            (shown.firstIndex(of: figure.name) ?? shown.count, place, figure)
        }
        return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
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
