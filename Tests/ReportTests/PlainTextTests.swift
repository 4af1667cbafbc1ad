import FigureSnapshots
import Foundation
import Report
import Testing

/// The format that the article on formats shows.
@Suite struct PlainTextTests {
    @Test func theArticleShowsWhatIsTested() throws {
        let repository = FixtureBook.repository
        let article = try String(contentsOf: repository.appending(path: "docs/format.md"), encoding: .utf8)
        let code = try String(
            contentsOf: repository.appending(path: "Tests/ReportTests/PlainText.swift"), encoding: .utf8)
        #expect(article.contains("```swift\n\(code)```\n"))
    }

    @Test func everyPageIsWritten() throws {
        let book = try FixtureBook()
        let outcome = try book.report(
            cache: FixtureBook.cache, formats: [], renderers: [PlainText()]
        ).write(to: book.output)
        #expect(
            outcome.files == ["about", "errata", "evidence", "index", "penalties", "stopping"].map { "text/\($0).txt" })
        for page in ["evidence", "penalties", "stopping"] {
            try SnapshotFolder().check(text: try book.page("text/\(page).txt"), named: "\(page).txt")
        }
        try book.remove()
    }

    /// The same words as the page on screen, whatever stands around them.
    @Test func theWordsAreThoseOfThePage() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, renderers: [PlainText()]).write(to: book.output)
        let text = try book.page("text/penalties.txt")
        for words in ["60 000 images were drawn with <i>pen & paper</i>", "Eight seeds", "Paths & more", "0.1235"] {
            #expect(text.replacing("\u{202F}", with: " ").contains(words), "\(words)")
        }
        try book.remove()
    }
}
