import Notebook

extension Site {
    /// The front page: what the book is, its contents, and how many claims came out how.
    func front(hasPDF: Bool) throws -> String {
        let page = manuscript.resolved(manuscript.front, ledger)
        let prose = HTMLRenderer(
            formulas: try self.formulas(of: page), figures: try maker.views(for: manuscript.front),
            language: report.language
        ).render(page)
        let counts = manuscript.claims.counts.map { count in
            ["verdict": count.verdict.rawValue, "glyph": count.verdict.glyph, "count": "\(count.count)"]
        }
        let surprises = manuscript.claims.filter(\.isSurprise)
        let claims = Dictionary(grouping: manuscript.claims) { $0.section.info.slug }.mapValues(\.count)
        let values: [String: Any?] = [
            "book": report.book.title, "authors": report.book.byline, "reviewed": report.book.reviewed, "prose": prose,
            "contents": shell.sections.map { section in
                Shell.item(section, opening: shell.openings[section.info.slug]).merging(
                    ["claims": "\(claims[section.info.slug, default: 0])"]
                ) { first, _ in first }
            },
            "counts": counts, "claims": "\(manuscript.claims.count)", "hasSurprises": !surprises.isEmpty,
            "surprises": surprises.map { ["id": $0.id, "href": "evidence.html#claim-\($0.id)"] },
            "pdf": hasPDF ? Format.pdf.file(of: report.book.name) : nil,
        ]
        let body = shell.layouts.render("front", values.compactMapValues { $0 })
        return shell.page(slug: "index", title: report.book.title, kicker: "", body: body)
    }
}
