import Notebook
import Report
import Testing

/// What no page of the PDF has room for is told, not lost in silence.
@Suite(.serialized) struct PaperLimitTests {
    @Test(arguments: [
        "$$\n\\begin{aligned}\n" + (1...90).map { "a_{\($0)} &= b" }.joined(separator: " \\\\\n")
            + "\n\\end{aligned}\n$$\n",
        "| a | b |\n|---|---|\n| x | " + String(repeating: "many words that go on and on ", count: 400) + "|\n",
    ])
    func whatIsTallerThanAPageIsTold(_ prose: String) throws {
        let warnings = try Self.warnings(of: prose)
        #expect(warnings.contains { $0.message.contains("taller than a page") && $0.place.file == "templates/one.md" })
    }

    @Test func aTableOfTooManyColumnsIsTold() throws {
        let row = { (cell: (Int) -> String) in "|" + (1...40).map { cell($0) + "|" }.joined() + "\n" }
        let warnings = try Self.warnings(of: row { "c\($0)" } + row { _ in "---" } + row { "\($0 * 1000)" })
        #expect(warnings.contains { $0.kind == .tooSmall(points: 1) })
    }

    @Test func notesThatReachBeyondThePageAreTold() throws {
        let note = "> [!MARGIN]\n> A note of some words that fill a few of the lines in the margin here.\n\n"
        let warnings = try Self.warnings(of: String(repeating: note, count: 40) + "Text.\n")
        #expect(warnings.contains { $0.message.contains("reach beyond its top") })
    }

    private static func warnings(of prose: String) throws -> [Problem] {
        let book = try OneSection.folder(saying: prose)
        defer { try? book.remove() }
        let outcome = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, formats: [.pdf])
            .write(to: book.output)
        #expect(outcome.problems.isEmpty)
        return outcome.warnings
    }
}
