import Foundation
import Notebook
import Plots
import Report
import Testing

/// Pictures from files, alone and several under one caption.
@Suite struct PictureTests {
    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">\
        <rect width="200" height="100" fill="#eee"/><text x="20" y="60" font-size="30">WOOF</text></svg>
        """
    /// A picture of eight pixels by eight.
    private static let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEElEQVR4nGNgKNqEHQ0tCQBZ7EkBBJYQnwAAAABJRU5ErkJggg=="

    private func folder(_ prose: String) throws -> FixtureBook {
        let book = try OneSection.folder(saying: prose)
        try book.write(Self.drawing, to: "dog.svg")
        let dot = try #require(Data(base64Encoded: Self.dot))
        try dot.write(to: book.templates.appending(path: "dot.png"))
        _ = try Program.output(
            "/usr/bin/rsvg-convert",
            [
                "--format", "pdf", "--output", book.templates.appending(path: "page.pdf").path,
                book.templates.appending(path: "dog.svg").path,
            ])
        return book
    }

    private static let page = Page {
        PageFigure(
            "curve",
            Figure(width: 200, height: 120) {
                Panel(x: Axis("time"), y: Axis("loss")) { Line(x: [0, 1, 2], y: [3, 2, 1]).role(.training) }
            })
    }

    private func build(_ book: FixtureBook) throws -> (html: String, chapter: String, paper: String) {
        let report = try OneSection.report(
            of: Self.page, in: book, cache: FixtureBook.cache, formats: [.html, .pdf, .epub], drawer: .plots)
        let outcome = try report.write(to: book.output)
        #expect(outcome.problems.isEmpty, "\(outcome.problems.map(\.message))")
        let chapter = try Program.output(
            "/usr/bin/unzip", ["-p", book.output.appending(path: "regbook.epub").path, "EPUB/one.xhtml"])
        let paper = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"])
        return (try book.page("one.html"), chapter, paper)
    }

    @Test func filesOfEveryKindAreShown() throws {
        let book = try folder(
            """
            ![A dog](dog.svg){#fig-dog width=60% alt="A word"}

            ![A dot](dot.png)

            ![A page](page.pdf){#fig-page}

            ![Measured](figure:curve)

            @fig-dog, @fig-page, @fig-curve.
            """)
        let (html, chapter, paper) = try build(book)
        for page in [html, chapter] {
            #expect(page.contains("<img src=\"pictures/dog.svg\" alt=\"A word\""))
            #expect(page.contains("<img src=\"pictures/dot.png\" alt=\"A dot\""))
            #expect(page.contains("<img src=\"pictures/page.pdf.svg\" alt=\"A page\""))
        }
        #expect(html.contains("style=\"width: 60%; height: auto\""))
        for file in ["dog.svg", "dot.png", "page.pdf.svg"] {
            #expect(try !Data(contentsOf: book.output.appending(path: "pictures/\(file)")).isEmpty)
        }
        #expect(paper.matches(of: /WOOF/).count == 2, "\(paper)")
        #expect(paper.contains("Figure 7.1.1, Figure 7.1.2, Figure 7.1.3."), "\(paper)")
        try book.remove()
    }

    @Test func partsBearTheNumberOfTheirGroup() throws {
        let book = try folder(
            """
            ![First](dot.png){#fig-first}

            > [!FIGURE] Two of $n$ {#fig-pair}
            >
            > ![Left](dog.svg){#fig-left}
            >
            > ![Right](figure:curve)

            ![Last](dot.png){#fig-last}

            @fig-first, @fig-pair, @fig-left, @fig-curve, @fig-last.
            """)
        let (html, chapter, paper) = try build(book)
        for page in [html, chapter] {
            #expect(page.contains("<figure class=\"group\" id=\"fig-pair\">"))
            #expect(page.contains("<span class=\"number\">Figure 7.1.2a.</span> Left"))
            #expect(page.contains("<span class=\"number\">Figure 7.1.2b.</span> Right"))
        }
        let sentence = "Figure 7.1.1, Figure 7.1.2, Figure 7.1.2a, Figure 7.1.2b, Figure 7.1.3."
        for words in [sentence, "Figure 7.1.2b.", "Right", "WOOF"] { #expect(paper.contains(words), "\(paper)") }
        try book.remove()
    }

    @Test func aGroupOfWordsIsRefused() throws {
        let book = try folder("> [!FIGURE] Words {#fig-words}\n> Nothing to see.\n")
        let report = try OneSection.report(of: Self.page, in: book, cache: MemoryCache())
        #expect {
            try report.write(to: book.output)
        } throws: { "\($0)".contains("templates/one.md:1:1: error: [!FIGURE] holds two to 26 figures or pictures") }
        try book.remove()
    }
}
