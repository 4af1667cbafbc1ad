import Notebook

/// What surrounds a page: contents, neighbours and the outline.
struct Shell {
    let book: Book
    /// The sections that have a page, in reading order.
    let sections: [NumberedSection]
    let layouts: Layouts
    /// The entries of the contents, and the place of each section among them: a book has as many on every page as pages.
    let entries: [String]
    private let places: [String: Int]
    /// Number and title of each chapter, by the slug of its first section that has a page; nothing in a book of one chapter.
    let openings: [String: String]

    let language: Language
    /// Whether the book has an index.
    let hasTerms: Bool

    /// - Parameter entries: the entries of the contents, where they are known already.
    init(
        book: Book, sections: [NumberedSection], layouts: Layouts, language: Language = .english, hasTerms: Bool,
        entries: [String]? = nil
    ) {
        self.book = book
        self.hasTerms = hasTerms
        self.language = language
        self.sections = sections
        self.layouts = layouts
        let openings = Self.openings(of: book, sections)
        self.openings = openings
        self.entries =
            entries?.count == sections.count
            ? entries ?? [] : sections.map { layouts.render("entry", Self.item($0, opening: openings[$0.info.slug])) }
        places = Dictionary(sections.enumerated().map { ($1.info.slug, $0) }) { first, _ in first }
    }

    /// A heading of a page, for its outline.
    struct Heading {
        let id: String
        let level: Int
        /// As HTML.
        let label: String
    }

    /// The pages that belong to no section.
    private var others: [(String, String)] {
        [("figures", "All figures"), ("evidence", "Evidence")]
            + (book.reviewed.map { [("errata", ErrataPage.title($0))] } ?? []) + (hasTerms ? [("terms", "Index")] : [])
            + [("about", "About this build")]
    }

    /// The whole page around `body`.
    func page(_ page: ResolvedPage, body: String, outline: [Heading]) -> String {
        self.page(slug: page.slug, title: page.title, kicker: page.kicker, body: body, outline: outline)
    }

    /// The whole page.
    ///
    /// - Parameters:
    ///   - kicker: what stands above the heading, as "Section 7.2".
    ///   - body: HTML.
    func page(slug: String, title: String, kicker: String, body: String, outline: [Heading] = []) -> String {
        let index = places[slug]
        var contents = entries
        if let index {
            contents[index] = layouts.render(
                "entry", Self.item(sections[index], isCurrent: true, opening: openings[slug]))
        }
        let heading: String? = slug == "index" ? nil : title
        let values: [String: Any?] = [
            "language": language.code, "slug": slug, "title": title, "book": book.title,
            "authors": book.byline, "description": book.description.isEmpty ? nil : book.description,
            "heading": heading,
            "kicker": kicker,
            "body": body, "contents": contents.joined(),
            "previous": index.flatMap { $0 > 0 ? Self.item(sections[$0 - 1]) : nil },
            "next": index.map { $0 + 1 < sections.count ? Self.item(sections[$0 + 1]) : evidence },
            "hasOutline": outline.count > 1,
            "outline": outline.map { ["id": $0.id, "label": $0.label, "level": "\($0.level)"] },
            "pages": others.map { page -> [String: Any] in
                ["href": "\(page.0).html", "name": page.1, "isCurrent": page.0 == slug]
            },
        ]
        return layouts.render("page", values.compactMapValues { $0 })
    }

    /// What follows the last section.
    private var evidence: [String: Any] { ["number": "", "name": "Evidence", "href": "evidence.html"] }

    /// - Parameter opening: the chapter that begins with the section.
    static func item(_ section: NumberedSection, isCurrent: Bool = false, opening: String? = nil) -> [String: Any] {
        let values: [String: Any?] = [
            "number": section.number, "name": section.info.title, "href": "\(section.info.slug).html",
            "isCurrent": isCurrent, "chapter": opening,
        ]
        return values.compactMapValues { $0 }
    }

    private static func openings(of book: Book, _ sections: [NumberedSection]) -> [String: String] {
        let names = book.chapterNames
        var known: Set<String> = []
        return sections.reduce(into: [:]) { openings, section in
            guard let name = names[section.info.slug], known.insert(name).inserted else { return }
            openings[section.info.slug] = name
        }
    }
}
