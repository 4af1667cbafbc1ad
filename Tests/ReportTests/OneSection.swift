import Foundation
import Notebook
import Report

/// A section that shows the page a test gives it.
struct OneSection: Section, Study {
    struct Parameters: Codable, Sendable {}
    struct Results: Codable, Sendable {}

    static let info = SectionInfo(slug: "one", title: "One")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results { Results() }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page {}

    /// A report of this section alone, with `page` on it, made from the templates of `folder`.
    static func report(
        of page: Page, in folder: FixtureBook, cache: any ProductCache = NoCache(), formats: Set<Format> = [.html],
        drawer: FigureDrawer = FixtureBook.drawer, language: Language = .english,
        citationStyle: CitationStyle? = nil
    ) throws -> Report {
        let book = book(in: language)
        let section = try record(of: page, in: book)
        return Report(
            book: book, records: [section], templates: folder.templates,
            sources: folder.folder.appending(path: "Sources"), cache: cache, formats: formats, drawer: drawer,
            citationStyle: citationStyle)
    }

    private static func book(in language: Language) -> Book {
        Book(
            "regbook", title: "One section", language: language,
            chapters: [Chapter(7, title: "One", sections: [(1, OneSection.self)])])
    }

    /// The section's record with `page` on it.
    static func record(of page: Page, inputs: String = "inputs") throws -> SectionRecord {
        try record(of: page, in: book(in: .english), inputs: inputs)
    }

    private static func record(of page: Page, in book: Book, inputs: String = "inputs") throws -> SectionRecord {
        let record = StudyRecord(
            study: book.sections[0].studies[0], page: page, profile: .quick, seed: 1, dataName: nil,
            parameters: Data("{}".utf8), inputDigest: inputs, isAsWritten: true, seconds: 1,
            rerunCommand: "regbook run one")
        return try SectionRecord(
            section: book.sections[0], profile: .quick, seed: 1, studies: [record], rerunCommand: "regbook run one")
    }

    /// Templates of which the section's says `prose`.
    static func folder(saying prose: String) throws -> FixtureBook {
        let folder = try FixtureBook()
        try folder.write("Words.\n", to: "index.md")
        try folder.write("", to: "references.yml")
        try folder.write(prose, to: "one.md")
        return folder
    }
}
