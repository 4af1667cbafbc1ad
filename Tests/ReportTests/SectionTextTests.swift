import Foundation
import Notebook
import Plots
import Report
import Testing

/// Titles and texts that sections hand over, which no template holds.
@Suite(.serialized) struct SectionTextTests {
    /// A report of one section with a title and a page of its own.
    private static func report(titled title: String, _ page: Page, in folder: FixtureBook) throws -> Report {
        let section = AnySection(SectionInfo(slug: "one", title: title), studies: [OneSection.self])
        let book = Book(
            "regbook", title: "A [short] book", chapters: [Chapter(7, title: "One", sections: [(1, section)])])
        let record = StudyRecord(
            study: book.sections[0].studies[0], page: page, profile: .quick, seed: 1, dataName: nil,
            parameters: Data("{}".utf8), inputDigest: "inputs", isAsWritten: true, seconds: 1,
            rerunCommand: "regbook run one")
        let shown = try SectionRecord(
            section: book.sections[0], profile: .quick, seed: 1, studies: [record], rerunCommand: "regbook run one")
        return Report(
            book: book, records: [shown], templates: folder.templates,
            sources: folder.folder.appending(path: "Sources"), cache: FixtureBook.cache, formats: [.html, .pdf, .epub],
            drawer: FixtureBook.drawer)
    }

    @Test func bracketsInTitlesAndPricesInCellsStayThemselves() throws {
        let folder = try OneSection.folder(saying: "Words.\n\n![Prices](table:prices)\n")
        let page = Page {
            Table("prices", columns: [.init("price"), .init("share")], rows: [["5$ to 10$", "$\\alpha$ of it"]])
        }
        let outcome = try Self.report(titled: "Dice [draft] of one", page, in: folder).write(to: folder.output)
        #expect(outcome.problems.isEmpty, "\(outcome.problems.map(\.message))")
        let paper = try Program.output(
            "/usr/bin/pdftotext", ["-layout", folder.output.appending(path: "regbook.pdf").path, "-"])
        let html = try folder.page("one.html")
        // In the contents, above the section and in the running head.
        #expect(paper.matches(of: /Dice \[draft\] of one/).count >= 2, "\(paper)")
        #expect(html.contains("Dice [draft] of one") && html.contains("5$ to 10$"))
        #expect(paper.contains("5$ to 10$"), "\(paper)")
        try folder.remove()
    }
}
