import Foundation
import Notebook
import Report

/// A book whose sections are values: as many pages as there are texts, all of one study.
struct ManyPages {
    let folder: FixtureBook
    private let count: Int
    /// Titles of the chapters that share the pages.
    private let chapters: [String]

    static func slug(_ page: Int) -> String { "page-\(page)" }

    init(_ texts: [String], chapters: [String] = ["All"]) throws {
        self.chapters = chapters
        folder = try OneSection.folder(saying: "")
        count = texts.count
        for (page, text) in texts.enumerated() { try folder.write(text, to: "\(Self.slug(page)).md") }
    }

    func report(
        _ page: Page = Page {}, cache: any ProductCache = NoCache(), formats: Set<Format> = [.html],
        citationStyle: CitationStyle? = nil
    ) throws -> Report {
        let size = (count + chapters.count - 1) / chapters.count
        let book = Book(
            "regbook", title: "Many pages",
            chapters: chapters.enumerated().map { place, title in
                let pages = (place * size)..<min(count, (place + 1) * size)
                let sections = pages.enumerated().map { place, page in
                    let info = SectionInfo(slug: Self.slug(page), title: "Page \(page)")
                    return (place + 1, AnySection(info, studies: [OneSection.self]))
                }
                return Chapter(place + 1, title: title, sections: sections)
            })
        let records = try book.sections.map { section in
            let record = StudyRecord(
                study: section.studies[0], page: page, profile: .quick, seed: 1, dataName: nil,
                parameters: Data("{}".utf8), inputDigest: "inputs of \(section.info.slug)", isAsWritten: true,
                seconds: 1, rerunCommand: "regbook run")
            return try SectionRecord(
                section: section, profile: .quick, seed: 1, studies: [record], rerunCommand: "regbook run")
        }
        return Report(
            book: book, records: records, templates: folder.templates,
            sources: folder.folder.appending(path: "Sources"), cache: cache, formats: formats,
            drawer: FixtureBook.drawer, citationStyle: citationStyle)
    }

    /// Everything that a build says is wrong.
    func build(_ formats: Set<Format>, cache: any ProductCache = NoCache()) throws -> [Problem] {
        do {
            return try report(cache: cache, formats: formats).write(to: folder.output).problems
        } catch ReportError.problems(let problems) {
            return problems
        }
    }
}
