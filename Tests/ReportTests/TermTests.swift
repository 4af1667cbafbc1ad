import Foundation
import Notebook
import Report
import Testing

/// The index of terms.
@Suite struct TermTests {
    @Test func termsLeadToTheirPlaces() throws {
        let book = try FixtureBook()
        let index = try String(contentsOf: book.templates.appending(path: "stopping.md"), encoding: .utf8)
        try book.write("*Weight decay*{.index} here, *éclat*{.index}.\n\n" + FixtureBook.penalties, to: "penalties.md")
        try book.write("On waiting{.index term=\"Weight decay\"} and **zeal**{.index}.\n\n" + index, to: "stopping.md")
        let formats: Set<Format> = [.html, .pdf, .epub]
        let outcome = try book.report(cache: FixtureBook.cache, formats: formats, isDrawn: true).write(to: book.output)
        #expect(outcome.problems.isEmpty)
        let page = try book.page("terms.html").between("<article>", "</article>")
        let lines = page.matches(of: /<li>(.*?)<\/li>/).map { String($0.1).replacing(/<[^>]*>/, with: "") }
        #expect(lines == ["éclat 7.2", "Weight decay 7.2, 7.7", "zeal 7.7"])
        #expect(page.contains("href=\"stopping.html#term-weight-decay\""))
        #expect(try book.page("stopping.html").contains("<span id=\"term-weight-decay\"></span>"))
        #expect(try book.page("index.html").contains("href=\"terms.html\""))
        let text = try Program.output("/usr/bin/pdftotext", [book.output.appending(path: "regbook.pdf").path, "-"])
        #expect(text.contains("Weight decay 7.2, 7.7"))
        try book.remove()
    }

    @Test func aMarkWithoutWordsIsRefused() throws {
        let book = try OneSection.folder(saying: "Words{.index}.\n")
        let report = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache)
        #expect {
            try report.write(to: book.output)
        } throws: { "\($0)".contains("templates/one.md:1:6: error: stress the words that the index is to hold") }
        try book.remove()
    }
}
