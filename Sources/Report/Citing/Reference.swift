/// A source as the reference file gives it, by the names of CSL.
struct Reference: Hashable, Sendable {
    let id: String
    /// "article-journal", "book", "chapter"; empty where it is not said.
    let kind: String
    let authors: [Author]
    let editors: [Author]
    /// With the markup that CSL allows: `<i>`, `<sub>`, `$\ell_1$`.
    let title: String
    /// The journal, the proceedings or the book it is in.
    let container: String
    /// "1996", "2011–2012", "in press"; empty where it is not said.
    let year: String
    let volume: String
    let issue: String
    let pages: String
    let edition: String
    let genre: String
    let publisher: String
    let publisherPlace: String
    let address: String
    /// Whether other sources of its file take fields from it, so that it need not be cited itself.
    let isParent: Bool
    /// Where the reference file gives it.
    let place: Place

    /// A person, or an institution by `family` alone.
    struct Author: Hashable, Sendable {
        /// With the particles that belong to it: "van der Waals".
        let family: String
        let given: String
        /// "Jr."
        var suffix = ""
    }
}

extension Reference {
    /// The fields in a fixed order, to be kept.
    var texts: [String] {
        let people = [authors, editors].flatMap { list in
            [String(list.count)] + list.flatMap { [$0.family, $0.given, $0.suffix] }
        }
        return [
            id, kind, title, container, year, volume, issue, pages, edition, genre, publisher, publisherPlace, address,
            isParent ? "parent" : "", place.file, String(place.line), String(place.column),
        ] + people
    }

    /// Takes from the front of `texts` what another wrote; nil when nothing is left.
    ///
    /// - Parameter sources: the files of references by name.
    init?(texts: inout ArraySlice<String>, in sources: [String: SourceText]) {
        guard texts.count >= 19 else { return nil }
        func next() -> String { texts.popFirst() ?? "" }
        func people() -> [Author] {
            (0..<(Int(next()) ?? 0)).map { _ in Author(family: next(), given: next(), suffix: next()) }
        }
        id = next()
        kind = next()
        title = next()
        container = next()
        year = next()
        volume = next()
        issue = next()
        pages = next()
        edition = next()
        genre = next()
        publisher = next()
        publisherPlace = next()
        address = next()
        isParent = next() == "parent"
        let (file, line, column) = (next(), Int(next()) ?? 0, Int(next()) ?? 0)
        place = sources[file]?.place(line: line, column: column) ?? Place(file: file, line: line, column: column)
        authors = people()
        editors = people()
    }
}
