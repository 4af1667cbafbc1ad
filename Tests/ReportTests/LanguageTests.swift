import Foundation
import Notebook
import Report
import Testing

/// A book in another language than English.
@Suite struct LanguageTests {
    private static let prose = """
        "Er sagt 'ja'", und sie sagt's auch; “so” bleibt, wie es ist. `"Code"` auch.

        ```algorithm {#alg-weg title="Wege"}
        Geh.
        ```

        > [!THEOREM] Höhe {#thm-hoch}
        > Worte.

        > [!WARNING]
        > Mehr Worte.

        | a |
        |---|
        | b |

        Table: Alles {#tbl-alles}

        @alg-weg, @thm-hoch, @tbl-alles, @sec-one nach @doe und [@zwei; @drei].
        """

    private static let references = """
        - {id: doe, title: Netze, author: [{family: Doe}], issued: 1999}
        - {id: zwei, title: Wege, author: [{family: Roe, given: Ann}, {family: Poe, given: Bo}], edition: 2}
        - {id: drei, type: chapter, title: Teil, author: [{family: Li}], issued: 2001, container-title: Ganzes,
           editor: [{family: Ed, given: Al}, {family: Od, given: Ina}], page: 1-9, volume: 3}
        """

    @Test func partsAndQuotesAreThoseOfTheLanguage() throws {
        let book = try OneSection.folder(saying: Self.prose)
        try book.write(Self.references, to: "references.yml")
        let german = try #require(Language("de"))
        let report = try OneSection.report(
            of: Page {}, in: book, cache: FixtureBook.cache, formats: [.html, .pdf, .epub], language: german)
        let outcome = try report.write(to: book.output)
        #expect(outcome.problems.isEmpty, "\(outcome.problems.map(\.message))")
        let page = try book.page("one.html")
        let chapter = try Program.output(
            "/usr/bin/unzip", ["-p", book.output.appending(path: "regbook.epub").path, "EPUB/one.xhtml"])
        let package = try Program.output(
            "/usr/bin/unzip", ["-p", book.output.appending(path: "regbook.epub").path, "EPUB/package.opf"])
        let paper = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"])
        #expect(page.contains("<html lang=\"de\">") && package.contains("<dc:language>de</dc:language>"))
        for text in [page, chapter] {
            #expect(text.contains("„Er sagt ‚ja‘“, und sie sagt’s auch; “so” bleibt"))
            #expect(text.contains("Warnung</p>") && text.contains(">Literatur</h2>"))
            let words = text.replacing(/<[^>]*>/, with: "")
            for citation in [
                "(Roe und Poe, o. J.; Li, 2001)", "Roe, A. und Poe, B. (o. J.). Wege (2. Aufl.).",
                "Li (2001). Teil. In A. Ed und I. Od (Hrsg.), Ganzes (Bd. 3, S. 1–9).",
            ] {
                #expect(words.contains(citation), "\(citation) in \(words)")
            }
        }
        #expect(paper.contains("„Er sagt ‚ja‘“, und sie sagt’s auch; “so” bleibt"), "\(paper)")
        for words in [
            "Algorithmus 7.1.1", "Satz 7.1.1 (Höhe)", "Tabelle 7.1.1", "Abschnitt 7.1 nach Doe (1999)",
            "Inhaltsverzeichnis", "Zitiert auf S.", "\"Code\" auch",
        ] {
            #expect(paper.contains(words), "\(words) in \(paper)")
        }
        try book.remove()
    }

    @Test func unknownLanguagesAreNone() {
        #expect(Language("xx") == nil)
        #expect(Language.all.map(\.code) == ["en", "de", "fr", "es"])
    }
}
