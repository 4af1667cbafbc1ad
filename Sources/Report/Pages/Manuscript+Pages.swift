import Notebook

extension Manuscript {
    /// The prose of `page` with every name answered; what can't be goes to `ledger`.
    func resolved(_ page: PageSource, _ ledger: Ledger) -> ResolvedPage {
        let resolver = Resolver(
            page: page, records: records, kept: kept[page.slug] ?? [:], claims: claimsByID, targets: targets,
            bibliography: bibliography, snippets: snippets, pictures: pictures, language: language, ledger: ledger)
        let differing = claims.filter { $0.section.info.slug == page.slug && $0.differsFromPrediction }
        let prose = resolver.resolve().adding(before: page.record?.warning ?? [], after: differing.differences)
        guard let section = page.section else {
            return ResolvedPage(slug: page.slug, title: title, kicker: "", prose: prose)
        }
        let kind = section.number.contains(".") ? "Section" : "Chapter"
        return ResolvedPage(
            slug: page.slug, title: section.info.title, kicker: "\(language.name(kind)) \(section.number)",
            section: section, prose: prose)
    }

    /// The cards of `claims`, those of each section below a heading that leads there.
    func cards(_ claims: [ClaimEntry], in sections: [NumberedSection]) -> [Block<Resolved>] {
        let places = places
        let bySection = Dictionary(grouping: claims) { $0.section.info.slug }
        return sections.flatMap { section -> [Block<Resolved>] in
            guard let own = bySection[section.info.slug] else { return [] }
            return [section.heading, .leaf(.claims(own.map { ClaimCard($0, statedAt: places[$0.id]) }))]
        }
    }
}

extension NumberedSection {
    /// A heading with the section's name, which leads to its page.
    var heading: Block<Resolved> {
        .heading(
            level: 2, id: "of-\(info.slug)",
            [.leaf(.local(Anchor(page: info.slug, id: ""), [.text("\(number) \(info.title)")]))])
    }
}

extension SectionRecord {
    /// A box that names the claims which came out unexpectedly; nothing where none did.
    fileprivate var warning: [Block<Resolved>] {
        guard !surprises.isEmpty else { return [] }
        let names = surprises.map { claim -> [Inline<Resolved>] in
            let recorded = claim.expected.verdict(in: profile).rawValue
            return [
                .leaf(.local(Anchor(page: "evidence", id: "claim-\(claim.id)"), [.text(claim.id)])),
                .text(" (\(claim.verdict.rawValue) instead of \(recorded))"),
            ]
        }
        let introduction: Inline<Resolved> = .text(
            "What was measured disagrees with the verdict for which the prose was written: ")
        return [
            .warning(
                "This page \(isAsWritten ? "fails" : "differs")",
                [introduction] + names.joined(separator: [.text(", ")]) + [.text(".")])
        ]
    }
}

extension Block<Resolved> {
    /// A box that warns.
    static func warning(_ title: String, _ words: [Inline<Resolved>]) -> Block {
        .callout(
            Callout(kind: .warning, title: [.text(title)], label: nil, number: "", fold: nil), [.paragraph(words)])
    }

    /// A box that is folded at first.
    static func folded(_ title: String, _ blocks: [Block]) -> Block {
        .callout(Callout(kind: .details, title: [.text(title)], label: nil, number: "", fold: .closed), blocks)
    }

    /// A table of plain texts, the first row its head.
    static func texts(_ rows: [[String]], _ alignment: ColumnAlignment = .leading) -> Block {
        .table(
            alignments: (rows.first ?? []).map { _ in alignment },
            rows: rows.map { $0.map { $0.isEmpty ? [] : [.text($0)] } })
    }
}
