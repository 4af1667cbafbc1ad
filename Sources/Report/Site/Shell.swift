import Notebook

/// What surrounds a page: contents, neighbours and the outline.
struct Shell {
    let book: Book
    /// The sections that have a page, in reading order.
    let sections: [NumberedSection]
    let layouts: Layouts

    /// A heading of a page, for its outline.
    struct Heading {
        let id: String
        let level: Int
        /// As HTML.
        let label: String
    }

    /// The pages that belong to no section.
    static let others = [
        ("figures", "All figures"), ("evidence", "Evidence"), ("errata", "Errata of the draft"),
        ("about", "About this build"),
    ]

    /// The whole page.
    ///
    /// - Parameters:
    ///   - kicker: what stands above the heading, as "Section 7.2".
    ///   - body: HTML.
    func page(slug: String, title: String, kicker: String, body: String, outline: [Heading] = []) -> String {
        let index = sections.firstIndex { $0.info.slug == slug }
        let heading: String? = slug == "index" ? nil : title
        let values: [String: Any?] = [
            "language": "en", "slug": slug, "title": title, "book": book.title, "heading": heading, "kicker": kicker,
            "body": body, "contents": sections.map { item($0, current: slug) },
            "previous": index.flatMap { $0 > 0 ? item(sections[$0 - 1], current: slug) : nil },
            "next": index.flatMap { $0 + 1 < sections.count ? item(sections[$0 + 1], current: slug) : nil },
            "hasOutline": outline.count > 1,
            "outline": outline.map { ["id": $0.id, "label": $0.label, "level": "\($0.level)"] },
            "pages": Self.others.map { page -> [String: Any] in
                ["href": "\(page.0).html", "name": page.1, "isCurrent": page.0 == slug]
            },
        ]
        return layouts.render("page", values.compactMapValues { $0 })
    }

    func item(_ section: NumberedSection, current: String = "") -> [String: Any] {
        [
            "number": section.number, "name": section.info.title, "href": "\(section.info.slug).html",
            "isCurrent": section.info.slug == current,
        ]
    }
}
