import Notebook

/// A page of the book, every name answered.
public struct ResolvedPage: Sendable {
    /// The page's file name without ending.
    public let slug: String
    /// What a reader calls it: "Early stopping".
    public let title: String
    /// What stands above the title: "Section 7.7"; empty for none.
    public let kicker: String
    public let prose: Prose<Resolved>
    /// nil for a page that belongs to no section.
    let section: NumberedSection?

    init(slug: String, title: String, kicker: String, section: NumberedSection? = nil, prose: Prose<Resolved>) {
        self.slug = slug
        self.title = title
        self.kicker = kicker
        self.section = section
        self.prose = prose
    }

    /// A page that no template says.
    init(slug: String, title: String, kicker: String, blocks: [Block<Resolved>]) {
        self.init(
            slug: slug, title: title, kicker: kicker, prose: Prose(blocks: blocks, places: [], notes: []))
    }

    /// The pictures from files that the page shows.
    var pictures: [Picture] {
        blocks.compactMap { if case .leaf(.picture(let picture, _)) = $0 { picture } else { nil } }
    }

    var blocks: [Block<Resolved>] { (prose.blocks + prose.notes.flatMap { $0 }).flatMap(\.flattened) }

    /// Every formula of the page with its place, those of its claims and tables included.
    var formulas: [(Formula, Math)] {
        var found: [(Formula, Math)] = []
        func collect(_ inlines: [Inline<Resolved>]) {
            for inline in inlines {
                if case .math(let math) = inline { found.append((Formula(math, display: false), math)) }
                if case .leaf(.claim(let entry)) = inline { collect(entry) }
                if case .leaf(.citation(let citation)) = inline {
                    for case .text(let words) in citation.entries.flatMap(\.listing) { collect(words) }
                    for case .title(let words) in citation.entries.flatMap(\.listing) { collect(words) }
                }
                collect(inline.children)
            }
        }
        func collect(_ entry: ClaimEntry) { found += entry.formulas }
        for block in blocks {
            switch block {
            case .paragraph(let content), .heading(_, _, let content): collect(content)
            case .callout(let box, _): collect(box.title)
            case .definitions(let entries):
                for entry in entries {
                    collect(entry.term)
                    collect(entry.text)
                }
            case .leaf(.picture(_, let caption)), .leaf(.captioned(_, _, let caption, _)),
                .leaf(.group(_, _, let caption, _)):
                collect(caption)
            case .table(_, let rows): for cell in rows.joined() { collect(cell) }
            case .leaf(.display(let math, let labels, let claims)):
                found.append((math.formula(labels: labels), math))
                for entry in claims { collect(entry) }
            case .leaf(.figure(let entry, let caption)):
                collect(entry.wholeCaption(caption))
                collect(InlineText.read(entry.figure.parameter ?? "", at: entry.place))
            case .leaf(.table(let entry, let caption)):
                collect(caption)
                for column in entry.table.columns { collect(InlineText.read(column.heading, at: entry.place)) }
                for case .text(let text) in entry.table.rows.joined() {
                    collect(InlineText.read(text, at: entry.place))
                }
            case .leaf(.claims(let cards)): for card in cards { collect(card.entry) }
            case .leaf(.columns(let lines)): for line in lines { collect(line) }
            case .leaf(.algorithm(_, let title, let steps)):
                collect(title)
                for step in steps { collect(step.content) }
            default: continue
            }
        }
        return found
    }
}

extension ClaimEntry {
    /// The formulas of its statement, its method and its checks.
    var formulas: [(Formula, Math)] {
        let checks = claim.checks.flatMap { InlineText.read($0.what, at: Place(file: "claim \(id)")) }
        return (statement + method + checks + predictionInWords).compactMap {
            if case .math(let math) = $0 { (Formula(math, display: false), math) } else { nil }
        }
    }
}
