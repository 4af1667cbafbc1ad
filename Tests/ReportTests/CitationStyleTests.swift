import Foundation
import Notebook
import Report
import Testing

/// A book that names a CSL style.
@Suite(.serialized) struct CitationStyleTests {
    private static let prose = """
        Before @roe1999 [p. 3] and [see @doe, ch. 2; -@roe1999] or [@roe1999; @doe; @third].
        """
    private static let references = #"""
        - {id: roe1999, type: article-journal, title: "On <i>D. mel.</i> and $\\ell_2$ norms", author: [{family: Roe, given: Ann}],
           issued: {year: 1999, month: 8}, container-title: Journal, volume: 3, page: 1--9, DOI: "https://doi.org/10.1000/q"}
        - {id: doe, type: book, title: Books, author: [The Office], issued: in press, publisher: House, translator: [Tea, X.]}
        """#
    private static let bibliography = "@book{third, title = {A {TeX} book}, author = {Knuth, Donald}, year = 1984}\n"

    private static func style(_ name: String) -> CitationStyle { CitationStyle(name, file: "regbook.yml", line: 2) }

    private static func book(_ prose: String = prose) throws -> FixtureBook {
        let book = try OneSection.folder(saying: prose)
        try book.write(references, to: "references.yml")
        try book.write(bibliography, to: "references.bib")
        return book
    }

    private static func words(_ html: String) -> String {
        html.between("<article>", "</article>").replacing(/<annotation[^>]*>[^<]*<\/annotation>/, with: "")
            .replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&").replacing("\u{A0}", with: " ")
    }

    @Test(arguments: [
        (
            "apa",
            [
                "Before Roe (1999, p. 3) and (see The Office, in press, ch. 2; 1999) or (",
                "Roe, A. (1999). On D. mel. and",
            ]
        ),
        ("ieee", ["Before [1, p. 3] and [1], see [2, Ch. 2] or [1]–[3].", "[1]A. Roe, “On D. mel. and", "Aug. 1999"]),
        // What refers to another style, numbers in square brackets.
        ("2d-materials", ["Before [1] and", "[3]Knuth D 1984 A TeX book"]),
    ])
    func textAndListAreTheStyles(name: String, words: [String]) throws {
        let book = try Self.book()
        let report = try OneSection.report(
            of: Page {}, in: book, cache: FixtureBook.cache, formats: [.html, .pdf, .epub],
            citationStyle: Self.style(name))
        let outcome = try report.write(to: book.output)
        #expect(outcome.problems.isEmpty && outcome.warnings.isEmpty, "\(outcome.warnings.map(\.message))")
        let page = try book.page("one.html")
        let paper = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"]
        ).replacing(/\s+/, with: "").replacing("-", with: "")
        for text in words {
            let plain = Self.words(page).replacing(/\s+/, with: " ")
            #expect(plain.replacing(" ", with: "").contains(text.replacing(" ", with: "")), "\(text) in \(plain)")
            #expect(paper.contains(text.replacing(" ", with: "").replacing("-", with: "")), "\(text) in \(paper)")
        }
        // The formula in the title is one, and the source says where the page cites it.
        #expect(page.between("<section class=\"references\">", "</section>").contains("class=\"katex\""))
        for id in ["roe1999", "doe", "third"] {
            #expect(page.contains("id=\"ref-\(id)\"") && page.contains("id=\"cite-\(id)-1\""), "\(id)")
            #expect(page.contains("href=\"#cite-\(id)-1\""), "\(id)")
        }
        #expect(!page.contains("\u{F0000}") && !page.unicodeScalars.contains { $0.value >= 0xF0000 })
        try book.remove()
    }

    @Test func raisedNumbersStandCloseToTheirWord() throws {
        let book = try Self.book("A word [@roe1999] goes on.\n")
        _ = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, citationStyle: Self.style("nature"))
            .write(to: book.output)
        let page = try book.page("one.html")
        #expect(page.contains("A word<a class=\"citation\"") && page.contains("<sup>1</sup></a> goes on."), "\(page)")
        try book.remove()
    }

    @Test func theStyleSpeaksTheBooksLanguage() throws {
        let book = try Self.book("Nach [@doe].\n")
        try book.write(
            "- {id: doe, type: chapter, title: Teil, author: [Amt], editor: [{family: Ed, given: Al}], container-title: Ganzes, issued: 2001}\n",
            to: "references.yml")
        let report = try OneSection.report(
            of: Page {}, in: book, cache: FixtureBook.cache, language: try #require(Language("de")),
            citationStyle: Self.style("apa"))
        _ = try report.write(to: book.output)
        let words = try Self.words(book.page("one.html"))
        #expect(words.contains("(Hrsg.)"), "\(words)")
        try book.remove()
    }

    @Test func aStyleBesideTheTemplatesIsTaken() throws {
        let book = try Self.book("By [@doe].\n")
        try book.write(
            """
            <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Own</title><id>own</id>
            <updated>2020-01-01T00:00:00+00:00</updated></info>
            <citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation>
            <bibliography><layout><text variable="title" prefix="Named "/></layout></bibliography></style>
            """, to: "own.csl")
        _ = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, citationStyle: Self.style("own"))
            .write(to: book.output)
        let words = try Self.words(book.page("one.html"))
        #expect(words.contains("By {Books}.") && words.contains("Named Books"), "\(words)")
        try book.remove()
    }

    @Test(arguments: [
        (
            "ieeee",
            "there is no CSL style 'ieeee'; put ieeee.csl beside the templates; did you mean 'ieee'?"
        ),
        (
            "chicago-note-bibliography",
            "the CSL style 'chicago-note-bibliography' cites in notes; name one that cites in the text, by author or by number"
        ),
        (
            "broken",
            "pandoc could not cite: "
        ),
    ])
    func whatNoStyleCanBeIsToldWithItsPlace(name: String, message: String) throws {
        let book = try Self.book()
        try book.write("<style>", to: "broken.csl")
        let report = try OneSection.report(
            of: Page {}, in: book, cache: FixtureBook.cache, citationStyle: Self.style(name))
        #expect {
            _ = try report.write(to: book.output)
        } throws: { error in
            guard case ReportError.problems(let problems) = error, problems.count == 1 else { return false }
            let place = problems[0].place
            return problems[0].message.hasPrefix(message) && place.file == "regbook.yml" && place.line == 2
        }
        try book.remove()
    }

    @Test func aCitationBeforeOthersGivesThemOtherNumbers() throws {
        let texts = ["Nothing.\n", "By [@b].\n", "By [@c].\n"]
        let book = try ManyPages(texts)
        try book.folder.write(
            ["a", "b", "c"].map { "- {id: \($0), title: Title \($0), author: [{family: Name}]}\n" }.joined(),
            to: "references.yml")
        let cache = MemoryCache()
        let style = Self.style("ieee")
        let first = try book.report(cache: cache, citationStyle: style).write(to: book.folder.output)
        #expect(try book.folder.page("page-1.html").contains(">[1]</a>"))
        let again = try book.report(cache: cache, citationStyle: style).write(to: book.folder.output)
        #expect(again.keys == first.keys)
        try book.folder.write("By [@a].\n", to: "page-0.md")
        let second = try book.report(cache: cache, citationStyle: style).write(to: book.folder.output)
        #expect(try book.folder.page("page-1.html").contains(">[2]</a>"))
        #expect(second.keys["page-1.html"] != first.keys["page-1.html"])
        try book.folder.remove()
    }
}
