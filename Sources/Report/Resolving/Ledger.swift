/// What came up while names were resolved: problems, and what was used.
final class Ledger {
    private(set) var problems: [Problem] = []
    private(set) var used: Set<Use> = []

    /// Something a template named.
    struct Use: Hashable {
        let noun: Problem.Noun
        let section: String
        let name: String
    }

    func report(_ kind: Problem.Kind, at place: Place) {
        problems.append(Problem(kind, at: place))
    }

    func report(_ problem: Problem) {
        problems.append(problem)
    }

    func use(_ noun: Problem.Noun, _ section: String, _ name: String) {
        used.insert(Use(noun: noun, section: section, name: name))
    }

    /// Reports that nothing is called `name`, with the nearest of `known`.
    func unknown(_ noun: Problem.Noun, _ name: Name, among known: some Sequence<String>) {
        let suggestion = Spelling.nearest(to: name.text, among: known)
        problems.append(Problem(.unknown(noun, name.text, suggestion: suggestion), at: name.place))
    }

    /// Warnings for the sources that no template cites.
    func uncited(of references: [String: Reference]) -> [Problem] {
        references.values.filter { !used.contains(Use(noun: .citation, section: "", name: $0.id)) }
            .map { Problem(.unused(.citation, $0.id), at: $0.place) }.sorted()
    }

    /// Warnings for the values, figures, tables and claims of sections that no template shows.
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
