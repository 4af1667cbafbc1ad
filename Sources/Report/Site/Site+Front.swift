import Notebook

extension Site {
    /// The front page: what the book is, its contents, and how many claims came out how.
    func front(hasPDF: Bool) throws -> String {
        let page = manuscript.resolved(manuscript.front, ledger)
        var writer = HTMLWriter(
            page: "index", formulas: try self.formulas(of: page), figures: try views(for: manuscript.front),
            notes: page.prose.notes)
        writer.writePage(page.prose.blocks)
        writer.references()
        writer.cards()
        let counts = Verdict.allCases.compactMap { verdict -> [String: Any]? in
            let count = manuscript.claims.count { $0.verdict == verdict }
            return count == 0
                ? nil : ["verdict": verdict.rawValue, "glyph": verdict.glyph, "count": "\(count)"]
        }
        let surprises = manuscript.claims.filter(\.isSurprise)
        let contents = report.book.chapters.flatMap(\.sections).filter { section in
            shell.sections.contains { $0.info.slug == section.info.slug }
        }
        let body = shell.layouts.render(
            "front",
            [
                "book": report.book.title, "prose": writer.out.html,
                "contents": contents.map { section in
                    shell.item(section).merging(
                        ["claims": "\(manuscript.claims.count { $0.section.info.slug == section.info.slug })"]
                    ) { first, _ in first }
                },
                "counts": counts, "claims": "\(manuscript.claims.count)", "hasSurprises": !surprises.isEmpty,
                "surprises": surprises.map { ["id": $0.id, "href": "evidence.html#claim-\($0.id)"] },
                "pdf": hasPDF,
            ])
        return shell.page(slug: "index", title: report.book.title, kicker: "", body: body)
    }
}
