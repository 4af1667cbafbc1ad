import Notebook

/// What the templates of a book name, those of sections that this report does not show included.
struct Usage: Sendable {
    private var used: Set<Use> = []

    private struct Use: Hashable {
        let noun: Problem.Noun
        let section: String
        let name: String
    }

    /// - Parameter owners: the section of each claim.
    init(_ pages: [(slug: String, facts: PageFacts)], owners: [String: String]) {
        for (slug, facts) in pages {
            for mention in facts.mentions {
                let section =
                    switch mention.noun {
                    case .citation: ""
                    case .claim: owners[mention.name] ?? ""
                    default: mention.section(on: slug)
                    }
                used.insert(Use(noun: mention.noun, section: section, name: mention.name))
            }
        }
    }

    /// Whether a template names the figure of kept results.
    func showsFigure(_ name: String, of slug: String, in profile: Profile) -> Bool {
        used.contains(Use(noun: .figure, section: KeptRecord.owner(slug, profile), name: name))
    }

    /// Warnings for the sources that no template cites.
    func uncited(of references: References) -> [Problem] {
        references.all.values
            .filter { !$0.isParent && !used.contains(Use(noun: .citation, section: "", name: $0.id)) }
            .map { Problem(.unused(.citation, $0.id), at: $0.place) }.sorted()
    }

    /// Warnings for the values, figures, tables and claims of the sections of `pages` that no template shows.
    func unused(in pages: [PageSource]) -> [Problem] {
        pages.flatMap { page -> [Problem] in
            guard let record = page.record?.page else { return [] }
            let names: [(Problem.Noun, [String])] = [
                (.value, record.values.keys.sorted()), (.figure, record.figures.map(\.name)),
                (.table, record.tables.map(\.name)), (.claim, record.claims.map(\.id)),
            ]
            return names.flatMap { noun, names in
                names.filter { !used.contains(Use(noun: noun, section: page.slug, name: $0)) }
                    .map { Problem(.unused(noun, $0), at: Place(file: page.source.file)) }
            }
        }
    }
}

extension PageFacts.Mention {
    /// The section whose own the name is, as page `slug` writes it. A value of kept results is one of the page's section;
    /// figures and tables of kept results are not.
    func section(on slug: String) -> String {
        guard let profile = Profile.kept(section) else { return section.isEmpty ? slug : section }
        return noun == .value ? slug : KeptRecord.owner(slug, profile)
    }
}
