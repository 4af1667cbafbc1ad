import Notebook

extension Manuscript {
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
