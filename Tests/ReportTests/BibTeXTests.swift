import Foundation
import Notebook
import Report
import Testing

/// Sources from a BibTeX file.
@Suite struct BibTeXTests {
    private static let bibliography = #"""
        @comment{nothing}
        @string{jmlr = "Journal of " # "Learning"}
        @article{mueller:2001, author = {M{\"u}ller, Karl and van der Berg, Anna and others},
          title = {On {SVM}s \& more}, journal = jmlr, year = 2001, volume = 3, number = {2}, pages = {1--9},
          doi = {10.1000/xyz}}
        @Book(knuth, author = "Donald E. Knuth", title = "The {\TeX}book", publisher = {Addison}, address = {Reading},
          edition = {2}, year = {1986})
        @phdthesis{roe, author={{The Office} and Doe, Jr., Jane}, title={Deep}, school={MIT}, year={in press}}
        """#

    @Test func sourcesReadAsTheyStand() throws {
        let book = try OneSection.folder(saying: "@mueller:2001, @knuth and @roe.\n")
        try FileManager.default.removeItem(at: book.templates.appending(path: "references.yml"))
        try book.write(Self.bibliography, to: "references.bib")
        let outcome = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache).write(to: book.output)
        #expect(outcome.warnings.isEmpty, "\(outcome.warnings.map(\.message))")
        let page = try book.page("one.html").replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
        for words in [
            "Müller and van der Berg (2001), Knuth (1986) and The Office and Doe (in press).",
            "Müller, K. and van der Berg, A. (2001). On SVMs & more. Journal of Learning 3(2), 1–9.",
            "https://doi.org/10.1000/xyz", "Knuth, D. E. (1986). The TeXbook (2nd ed.). Reading: Addison.",
            "The Office and Doe, J., Jr. (in press). Deep (PhD thesis). MIT.",
        ] {
            #expect(page.contains(words), "\(words) in \(page)")
        }
        try book.remove()
    }

    @Test func anEntryWithoutEndIsToldWithItsPlace() throws {
        let (count, problems) = Readers.references([UInt8]("@article{a, title = {T}".utf8), file: "any.bib")
        #expect(count == 1)
        #expect(problems.map(\.message) == ["references: this entry has no end"])
        #expect(problems.allSatisfy { $0.place.line == 1 })
    }
}
