import Foundation
import Notebook

extension Report {
    /// Under what the excerpts of a report hold what every page shows of the book.
    public static let bookExcerpt = "book:"

    /// The files of the page of the section `slug`, whose prose was edited, by their paths: all that differs in the site.
    ///
    /// `records` and `kept` need hold no sections but those that the page's excerpt names.
    ///
    /// - Returns: nil when more than the page differs, since others want to know what has changed there, or when something is
    ///   wrong in it.
    public func files(ofEdited slug: String, _ excerpt: PageExcerpt, in book: BookExcerpt) throws -> [String: Data]? {
        let shown = Set(book.sections)
        let sections = self.book.sections.filter { shown.contains($0.info.slug) }
        guard citationStyle == nil, renderers.isEmpty, let section = sections.first(where: { $0.info.slug == slug })
        else { return nil }
        let page = try PageSource(
            slug: slug, section: section, record: records.first { $0.section.info.slug == slug },
            source: template(slug), in: language, cache: cache, code: code)
        guard page.problems.isEmpty, page.facts.digest == excerpt.facts else { return nil }
        let byProfile = Answers.byProfile(kept)
        let claims = Answers.claims(of: self, byProfile)
        let claimsByID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
        let usage = Usage([(slug, page.facts)], owners: claimsByID.mapValues(\.section.info.slug))
        let (macros, wrongMacros) = try macroFile().map(MacroReader.read) ?? ([], [])
        let maker = PageMaker(
            answers: Answers(
                records: Dictionary(records.map { ($0.section.info.slug, $0) }) { first, _ in first }, kept: byProfile,
                claims: claims, claimsByID: claimsByID, targets: excerpt.targets, bibliography: excerpt.bibliography,
                snippets: excerpt.snippets, pictures: PictureFiles(folder: templates),
                keptFigures: Answers.keptFigures(kept, shownBy: usage), title: self.book.title, language: language),
            shell: Shell(
                book: self.book, sections: sections, layouts: try Layouts(templates: templates), language: language,
                hasTerms: book.hasTerms, entries: book.entries),
            math: try MathRenderer(cache: cache, macros: macros),
            figures: FigureFiles(drawer: drawer, cache: cache, code: code), ledger: Ledger())
        let files = try maker.files(of: page)
        guard wrongMacros.isEmpty, maker.ledger.problems.isEmpty, maker.math.problems.isEmpty else { return nil }
        return Dictionary(zip(PageMaker.paths(of: slug), files)) { first, _ in first }
    }
}
