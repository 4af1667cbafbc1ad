import Foundation
import Notebook
import Report
import Testing

@Suite struct EbookTests {
    @Test func passesEpubcheck() throws {
        var book = try FixtureBook()
        // A control character, which no XML may hold.
        book.dataName = "digits \u{7} & <i>"
        _ = try book.report(cache: FixtureBook.cache, formats: [.epub], isDrawn: true).write(to: book.output)
        let file = book.output.appending(path: "regbook.epub").path
        #expect(throws: Never.self) {
            try Program.output("/usr/bin/java", ["-jar", Self.epubcheck, "--failonwarnings", file])
        }
        try book.remove()
    }

    @Test func boxesOfFormulasAreMathML() throws {
        let book = try OneSection.folder(
            saying:
                "$\\overset{p}{\\to}$, $\\stackrel{a}{=}$, $a \\coloneqq b$, $\\mathop{\\rm sin} x$, $\\underset{x}{\\max}$.\n"
        )
        _ = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, formats: [.epub]).write(
            to: book.output)
        let file = book.output.appending(path: "regbook.epub").path
        #expect(throws: Never.self) {
            try Program.output("/usr/bin/java", ["-jar", Self.epubcheck, "--failonwarnings", file])
        }
        try book.remove()
    }

    /// Reading systems that follow MathML Core do not look at `mathvariant`.
    @Test func lettersOfOtherAlphabetsAreUnicode() throws {
        let book = try OneSection.folder(
            saying: "$\\mathbb{E}, \\mathbb{R}, \\mathbb{1}, \\mathcal{N}, \\mathcal{L}, \\mathfrak{g}, \\mathbf{w}$.\n"
        )
        _ = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache, formats: [.epub]).write(
            to: book.output)
        let file = book.output.appending(path: "regbook.epub").path
        let page = try Program.output("/usr/bin/unzip", ["-p", file, "EPUB/one.xhtml"])
        let letters = page.matches(of: /<m[in][^>]*>([^<]*)<\/m[in]>/).map { String($0.1) }
        #expect(letters == ["𝔼", "ℝ", "1", "𝒩", "ℒ", "𝔤", "w"])
        #expect(page.matches(of: /mathvariant="([^"]*)"/).map(\.1) == ["bold"])
        try book.remove()
    }

    @Test func epubcheckSeesABrokenBook() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, formats: [.epub], isDrawn: true).write(to: book.output)
        let file = book.output.appending(path: "regbook.epub")
        var bytes = try Data(contentsOf: file)
        bytes.removeSubrange(200..<220)
        try bytes.write(to: file)
        #expect(throws: Program.Failed.self) {
            try Program.output("/usr/bin/java", ["-jar", Self.epubcheck, file.path])
        }
        try book.remove()
    }

    @Test func sameBookSameBytes() throws {
        let book = try FixtureBook()
        let file = book.output.appending(path: "regbook.epub")
        _ = try book.report(cache: FixtureBook.cache, formats: [.epub], isDrawn: true).write(to: book.output)
        let first = try Data(contentsOf: file)
        _ = try book.report(cache: FixtureBook.cache, formats: [.epub], isDrawn: true).write(to: book.output)
        #expect(try Data(contentsOf: file) == first)
        try book.remove()
    }

    private static let epubcheck = "/usr/share/java/epubcheck.jar"
}
