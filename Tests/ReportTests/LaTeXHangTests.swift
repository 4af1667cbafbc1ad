import Foundation
import Notebook
import Report
import Testing

@Suite struct LaTeXHangTests {
    @Test func aPassThatDoesNotEndIsKilledAndItsPlaceTold() throws {
        let book = try OneSection.folder(saying: "First.\n\nSecond.\n\n---\n")
        let style = "layouts/edition.sty"
        let text = try #require(BuiltInFile.named("edition.sty")).text
        try book.write(text + "\n\\renewcommand*\\pause{\\loop\\relax\\iftrue\\repeat}\n", to: style)
        let report = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, formats: [.html, .pdf])
        let outcome = try report.write(to: book.output, timeLimit: 15)
        #expect(
            outcome.problems.map { $0.diagnostic().text } == [
                """
                templates/one.md:5:1: error: LaTeX did not end within 15 seconds; it was at these lines
                 5 | ---
                   | ^
                """
            ])
        // The pages stand, and nothing is left of TeX's folder.
        let files = try FileManager.default.contentsOfDirectory(atPath: book.output.path)
        #expect(files.contains("one.html") && !files.contains { $0.hasPrefix("latex-") })
        #expect(!(try book.page("index.html")).contains("regbook.pdf"))
        try book.remove()
    }
}
