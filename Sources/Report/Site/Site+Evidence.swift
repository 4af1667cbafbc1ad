import Notebook

extension Site {
    /// Every claim of the book with its measurements, section by section.
    func evidence(_ formulas: [Formula: String]) -> String {
        let (body, outline) = evidenceBody(formulas, medium: .browser)
        return shell.page(
            slug: "evidence", title: "Evidence", kicker: "Every claim, measured", body: body, outline: outline)
    }

    /// What the draft gets wrong, shown by experiment.
    func errata(_ formulas: [Formula: String]) -> String {
        shell.page(
            slug: "errata", title: "Errata of the draft", kicker: "Shown by experiment",
            body: errataBody(formulas, medium: .browser))
    }

    func evidenceBody(
        _ formulas: [Formula: String], medium: Medium
    ) -> (html: String, outline: [Shell.Heading]) {
        var writer = HTMLWriter(page: "evidence", formulas: formulas, figures: [:], medium: medium)
        let places = manuscript.places
        writer.counts(of: manuscript.claims)
        var outline: [Shell.Heading] = []
        let coverage = Coverage(of: manuscript, book: report.book)
        if !coverage.groups.isEmpty {
            outline.append(Shell.Heading(id: "coverage", level: 2, label: "What is covered"))
            writer.coverage(coverage)
        }
        for section in shell.sections {
            let entries = manuscript.claims.filter { $0.section.info.slug == section.info.slug }
            guard !entries.isEmpty else { continue }
            let id = "of-\(section.info.slug)"
            outline.append(Shell.Heading(id: id, level: 2, label: HTML.escape(section.info.title)))
            writer.heading(section, id: id)
            for entry in entries { writer.card(entry, isPopover: false, place: places[entry.id]) }
        }
        let parts = report.stability?.parts(manuscript.claims) ?? []
        if !parts.isEmpty {
            outline.append(Shell.Heading(id: "stability", level: 2, label: "Other master seeds"))
            writer.stability(parts)
        }
        return (writer.out.html, outline)
    }

    func errataBody(_ formulas: [Formula: String], medium: Medium) -> String {
        var writer = HTMLWriter(page: "errata", formulas: formulas, figures: [:], medium: medium)
        let places = manuscript.places
        let errata = manuscript.claims.filter { $0.verdict == .erratum }
        writer.element("p") {
            $0.out.text(
                errata.isEmpty
                    ? "No experiment found a statement of the draft to be wrong."
                    : "Statements that are wrong as printed. For each, both versions were measured: "
                        + "the printed one misses, the corrected one does not.")
        }
        for section in shell.sections {
            let entries = errata.filter { $0.section.info.slug == section.info.slug }
            guard !entries.isEmpty else { continue }
            writer.heading(section, id: "of-\(section.info.slug)")
            for entry in entries { writer.card(entry, isPopover: false, place: places[entry.id]) }
        }
        return writer.out.html
    }
}

extension HTMLWriter {
    mutating func heading(_ section: NumberedSection, id: String) {
        let address = href(Anchor(page: section.info.slug, id: ""))
        out.element("h2", ["id": id]) { out in
            out.element("a", ["href": address]) {
                $0.text("\(section.number) \(section.info.title)")
            }
        }
        out.raw("\n")
    }

    /// How often each claim came out as written, over several master seeds.
    fileprivate mutating func stability(_ parts: [StabilityTable.Part]) {
        out.element("h2", ["id": "stability"]) { $0.text("Other master seeds") }
        out.element("p") { $0.text(StabilityTable.Part.introduction) }
        for part in parts {
            out.element("h3") { $0.text("\(part.section.number) \(part.section.info.title)") }
            out.element("p", ["class": !part.stale.isEmpty ? "stale" : nil]) { $0.text(part.remark) }
            guard !part.rows.isEmpty else { continue }
            out.element(
                "div",
                [
                    "class": "table-scroll", "tabindex": "0", "role": "group",
                    "aria-label": "verdicts of \(part.section.info.title)",
                ]
            ) { out in
                out.element("table", ["class": "stability"]) { out in
                    out.element("thead") { out in
                        out.element("tr") { out in
                            for heading in StabilityTable.Part.headings {
                                out.element("th", ["scope": "col"]) { $0.text(heading) }
                            }
                        }
                    }
                    out.element("tbody") { out in
                        for cells in part.cells {
                            out.element("tr") { out in
                                out.element("th", ["scope": "row"]) { out in
                                    out.element("a", ["href": "#claim-\(cells[0])"]) { $0.text(cells[0]) }
                                }
                                for cell in cells.dropFirst() { out.element("td") { $0.text(cell) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How many claims came out how.
    fileprivate mutating func counts(of entries: [ClaimEntry]) {
        let isOnline = medium == .browser
        out.element("p") { out in
            out.text("\(entries.count) claims of the chapter were put to the test. Each card says what was measured, ")
            out.text("the bound it had to meet, and the verdict, which is computed.")
            guard isOnline else { return }
            out.text(" The same as data: ")
            out.element("a", ["href": "evidence.json"]) { $0.text("evidence.json") }
            out.text(".")
        }
        out.element("ul", ["class": "counts"]) { out in
            for verdict in Verdict.allCases {
                let count = entries.count { $0.verdict == verdict }
                guard count > 0 else { continue }
                out.element("li", ["class": verdict.rawValue]) { out in
                    out.element("span", ["class": "glyph", "aria-hidden": "true"]) { $0.text(verdict.glyph) }
                    out.text(" \(count) \(verdict.rawValue)")
                }
            }
        }
        for sentence in EvidenceSummary(entries).sentences { out.element("p") { $0.text(sentence) } }
        let surprises = entries.filter(\.isSurprise)
        guard !surprises.isEmpty else { return }
        out.element("aside", ["class": "callout callout-warning"]) { out in
            out.element("p", ["class": "callout-title"]) { $0.text("Not as the prose says") }
            out.element("p") { out in
                for (index, entry) in surprises.enumerated() {
                    if index > 0 { out.text(", ") }
                    out.element("a", ["href": "#\(entry.anchor.id)"]) { $0.text(entry.id) }
                    out.text(" (\(entry.verdict.rawValue) instead of \(entry.recorded.rawValue))")
                }
            }
        }
    }

    /// The chapter's equations, algorithms and figures, and what became of each.
    fileprivate mutating func coverage(_ coverage: Coverage) {
        out.element("h2", ["id": "coverage"]) { $0.text("What is covered") }
        for group in coverage.groups {
            element("details", ["class": "coverage"]) { writer in
                writer.out.element("summary") { $0.text("\(group.name): \(group.covered) of \(group.items.count)") }
                writer.element("ul") { writer in
                    for item in group.items { writer.element("li") { $0.covered(item) } }
                }
            }
            out.raw("\n")
        }
    }

    private mutating func covered(_ item: Coverage.Item) {
        if let anchor = item.anchor {
            out.element("a", ["href": href(anchor)]) { $0.text(item.name) }
        } else {
            out.text(item.name)
        }
        if !item.isCovered { out.text(" – not in this book") }
        for entry in item.claims {
            out.raw(" ")
            out.element("a", ["class": "chip \(entry.verdict.rawValue)", "href": href(entry.anchor)]) { out in
                out.element("span", ["class": "glyph", "aria-hidden": "true"]) { $0.text(entry.verdict.glyph) }
                out.text(" \(entry.id)")
                out.element("span", ["class": "unseen"]) { $0.text(" \(entry.verdict.rawValue)") }
            }
        }
    }
}
