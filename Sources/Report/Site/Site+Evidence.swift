import Notebook

extension Site {
    /// Every claim of the book with its measurements, section by section.
    var evidence: String {
        var writer = HTMLWriter(page: "evidence", formulas: formulas, figures: [:])
        writer.counts(of: manuscript.claims)
        var outline: [Shell.Heading] = []
        for section in shell.sections {
            let entries = manuscript.claims.filter { $0.section.info.slug == section.info.slug }
            guard !entries.isEmpty else { continue }
            let id = "of-\(section.info.slug)"
            outline.append(Shell.Heading(id: id, level: 2, label: HTML.escape(section.info.title)))
            writer.heading(section, id: id)
            for entry in entries { writer.card(entry, isPopover: false) }
        }
        return shell.page(
            slug: "evidence", title: "Evidence", kicker: "Every claim, measured", body: writer.out.html,
            outline: outline)
    }

    /// What the draft gets wrong, shown by experiment.
    var errata: String {
        var writer = HTMLWriter(page: "errata", formulas: formulas, figures: [:])
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
            for entry in entries { writer.card(entry, isPopover: false) }
        }
        return shell.page(
            slug: "errata", title: "Errata of the draft", kicker: "Shown by experiment", body: writer.out.html)
    }
}

extension HTMLWriter {
    fileprivate mutating func heading(_ section: NumberedSection, id: String) {
        out.element("h2", ["id": id]) { out in
            out.element("a", ["href": "\(section.info.slug).html"]) {
                $0.text("\(section.number) \(section.info.title)")
            }
        }
        out.raw("\n")
    }

    /// How many claims came out how.
    fileprivate mutating func counts(of entries: [ClaimEntry]) {
        out.element("p") { out in
            out.text("\(entries.count) claims of the chapter were put to the test. Each card says what was measured, ")
            out.text("the bound it had to meet, and the verdict, which is computed. The same as data: ")
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
        let surprises = entries.filter(\.isSurprise)
        guard !surprises.isEmpty else { return }
        out.element("aside", ["class": "callout callout-warning"]) { out in
            out.element("p", ["class": "callout-title"]) { $0.text("Not as the prose says") }
            out.element("p") { out in
                for (index, entry) in surprises.enumerated() {
                    if index > 0 { out.text(", ") }
                    out.element("a", ["href": "#\(entry.anchor.id)"]) { $0.text(entry.id) }
                    out.text(" (\(entry.verdict.rawValue) instead of \(entry.expected.rawValue))")
                }
            }
        }
    }
}
