import Notebook

/// The numbers of all figures of a section, as tables.
struct NumbersPage {
    let section: NumberedSection
    /// The figures with what pages show of them.
    let figures: [(entry: FigureEntry, view: FigureView)]

    var page: ResolvedPage {
        ResolvedPage(
            slug: "\(section.info.slug)-numbers", title: "Numbers behind the figures of \(section.info.title)",
            kicker: "Section \(section.number)", blocks: figures.flatMap { blocks(of: $0.entry, $0.view) })
    }

    private func blocks(of entry: FigureEntry, _ view: FigureView) -> [Block<Resolved>] {
        let name = entry.number.isEmpty ? entry.figure.name : entry.number
        let heading: Block<Resolved> = .heading(
            level: 2, id: entry.id, [.leaf(.local(Anchor(page: entry.slug, id: entry.id), [.text(name)]))])
        return [heading, .paragraph([.text(view.altText)])] + NumberTables(csv: view.csv).marks.map(table)
            + [.leaf(.files(entry))]
    }

    private func table(of mark: NumberTables.Mark) -> Block<Resolved> {
        let rest = ": \(mark.rows.count) of \(mark.count) rows; the CSV has them all"
        let caption = mark.name + (mark.rows.count < mark.count ? rest : "")
        return .leaf(
            .captioned(
                id: nil, number: "", caption: [.text(caption)], .texts([mark.columns] + mark.rows, .trailing)))
    }
}
