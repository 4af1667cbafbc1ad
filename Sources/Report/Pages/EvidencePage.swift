import Notebook

/// Every claim of the book with its measurements, section by section.
struct EvidencePage {
    let manuscript: Manuscript
    /// What a reader calls the text that the book reviews, if it does.
    let reviewed: String?
    let coverage: Coverage
    /// How often each claim came out how, over several master seeds.
    let stability: [StabilityTable.Part]
    let sections: [NumberedSection]

    var page: ResolvedPage {
        ResolvedPage(
            slug: "evidence", title: "Evidence", kicker: "Every claim, measured",
            blocks: counts + covered + manuscript.cards(manuscript.claims, in: sections) + steadiness
                + PowerTable(claims: manuscript.claims).blocks)
    }

    /// How many claims came out how.
    private var counts: [Block<Resolved>] {
        let claims = manuscript.claims
        let introduction: [Inline<Resolved>] = [
            .text(
                "\(claims.count) claims\(reviewed.map { " of \($0)" } ?? "") were tested. Each card says what was "
                    + "measured, the bound it had to meet, and the verdict, which is computed. The same as data: "),
            .leaf(.file("evidence.json")), .text("."),
        ]
        let surprises = claims.filter(\.isSurprise).map { entry -> [Inline<Resolved>] in
            [
                .leaf(.local(entry.anchor, [.text(entry.id)])),
                .text(" (\(entry.verdict.rawValue) instead of \(entry.recorded.rawValue))"),
            ]
        }
        return [.paragraph(introduction), .leaf(.counts(claims.counts))]
            + EvidenceSummary(claims).sentences.map { .paragraph([.text($0)]) }
            + (surprises.isEmpty
                ? [] : [.warning("Not as the prose says", Array(surprises.joined(separator: [.text(", ")])))])
    }

    /// The chapter's equations, algorithms and figures, and what became of each.
    private var covered: [Block<Resolved>] {
        guard !coverage.groups.isEmpty else { return [] }
        let groups = coverage.groups.map { group in
            Block.folded(
                "\(group.name): \(group.covered) of \(group.items.count)", [.leaf(.columns(group.items.map(line)))])
        }
        return [.heading(level: 2, id: "coverage", [.text("What is covered")])] + groups
    }

    private func line(_ item: Coverage.Item) -> [Inline<Resolved>] {
        let name: [Inline<Resolved>] = [.leaf(.local(item.anchor, [.text(item.name)]))]
        return name + (item.isCovered ? [] : [.text(" – not in this book")])
            + item.claims.flatMap { [.text(" "), .leaf(.mark($0))] }
    }

    private var steadiness: [Block<Resolved>] {
        guard !stability.isEmpty else { return [] }
        let parts = stability.flatMap { part -> [Block<Resolved>] in
            let head: [Block<Resolved>] = [
                .heading(
                    level: 3, id: "seeds-\(part.section.info.slug)",
                    [.text("\(part.section.number) \(part.section.info.title)")]),
                .paragraph([.text(part.remark)]),
            ]
            return head + (part.rows.isEmpty ? [] : [table(of: part)])
        }
        return [
            .heading(level: 2, id: "stability", [.text("Other master seeds")]),
            .paragraph([.text(StabilityTable.Part.introduction)]),
        ] + parts
    }

    private func table(of part: StabilityTable.Part) -> Block<Resolved> {
        let head = StabilityTable.Part.headings.map { [Inline<Resolved>.text($0)] }
        let rows = part.cells.map { cells -> [[Inline<Resolved>]] in
            let claim = manuscript.claim(cells[0])?.anchor
            return [[.leaf(.local(claim, [.text(cells[0])]))]] + cells.dropFirst().map { [.text($0)] }
        }
        return .table(alignments: head.map { _ in .leading }, rows: [head] + rows)
    }
}
