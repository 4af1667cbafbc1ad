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

    @Test func fieldsComeFromOtherEntries() throws {
        let words = try Self.list(
            #"""
            @inproceedings{a, crossref = {p}, author = {Roe, A. AND Doe, B.}, title = {Nets}, subtitle = {A View}}
            @proceedings{p, title = {Meetings}, year = 2003, publisher = {House}}
            @book{b, xdata = {x}, author = {Poe, C.}, title = {Costs of \$5 and \textgreater\ `so'}, year = 2001}
            @xdata{x, publisher = {Lent}}
            @misc{c, author = {Moe, D.}, title = {Draft}, year = 2004, eprint = {2401.00001}, archiveprefix = {arXiv}}
            """#, citing: "@a @b @c")
        for part in [
            "Doe, B. (2003). Nets: A View. Meetings.", "Poe, C. (2001). Costs of $5 and > ‘so’. Lent.",
            "https://arxiv.org/abs/2401.00001",
        ] {
            #expect(words.contains(part), "\(part) in \(words)")
        }
    }

    @Test func fieldsComeThroughOthersAndFromSeveral() throws {
        let words = try Self.list(
            #"""
            @inproceedings{a, crossref = {p}, author = {Roe, A.}, title = {Nets}}
            @proceedings{p, xdata = {x, y}, title = {Meetings}, year = 2003}
            @xdata{x, publisher = {House}}
            @xdata{y, location = {Oslo}}
            """#, citing: "@a")
        #expect(words.contains("Meetings. Oslo: House."), "\(words)")
    }

    @Test func longChainsOfEntriesAreRefused() {
        let chain = (0..<100_000).map { "@misc{k\($0), title={T}, crossref={k\($0 + 1)}, xdata={k\($0 + 1)}}\n" }
        let (count, problems) = Readers.references([UInt8](chain.joined().utf8), file: "any.bib")
        #expect(count == 100_000)
        #expect(problems.first?.message == "references: fields are taken through 16 entries at most")
    }

    /// Parents need not be cited, since the entries that take their fields are.
    @Test func parentsAreNotSaidToBeUnused() throws {
        let bib = """
            @inproceedings{a, crossref = {p}, author = {Roe, A.}, title = {Nets}, year = 2003}
            @proceedings{p, title = {Meetings}}
            @book{b, author = {Poe, B.}, title = {Alone}, year = 2001}
            """
        let book = try OneSection.folder(saying: "It is known [@a].\n")
        try FileManager.default.removeItem(at: book.templates.appending(path: "references.yml"))
        try book.write(bib, to: "references.bib")
        let outcome = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache).write(to: book.output)
        #expect(outcome.warnings.map(\.message) == ["the citation 'b' is not used"])
        try book.remove()
    }

    @Test(arguments: [
        ("@misc{a, author={Roe} title={T}}", "a comma is missing before this"),
        ("@misc{a, title={T}, year=2001, year=2002}", "the field 'year' is given twice"),
        ("@misc{a, title={T}, journal=nowhere}", "no @string is called 'nowhere'"),
        ("@misc{a, title={T}, crossref={gone}}", "no source is called 'gone'"),
        ("@misc{a, title={T}, crossref={a}}", "'a' refers to 'a', which takes fields from it"),
        ("@misc{a, title={On \\nosuch{this}}}", "'\\nosuch' means nothing in a source"),
        (
            "@misc{a, title={T}, author={A. Roe; B. Doe}}",
            "names are parted by 'and'; put the name of an institution between braces"
        ),
    ])
    func whatWouldBeLostIsTold(_ entry: String, _ reason: String) {
        let problems = Readers.references([UInt8](entry.utf8), file: "any.bib").problems
        #expect(problems.map(\.message) == ["references: \(reason)"])
        #expect(problems.allSatisfy { $0.place.line == 1 })
    }

    @Test(arguments: [
        ("- {id: a, title: T, authors: [{family: Roe}]}", "a source has no field 'authors'; CSL calls it 'author'"),
        ("- {id: a, title: T, year: 2001}", "a source has no field 'year'; CSL calls it 'issued'"),
        (
            "- {id: a, title: T, author: [{name: Roe}]}",
            "a person has a family name, as in {family: Roe, given: Ann}, an institution is {literal: …}"
        ),
    ])
    func whatCSLDoesNotKnowIsTold(_ entry: String, _ reason: String) {
        let problems = Readers.references([UInt8](entry.utf8), file: "any.yml").problems
        #expect(problems.map(\.message) == ["references: \(reason)"])
    }

    /// The words of a page that cites sources of `bibliography`.
    private static func list(_ bibliography: String, citing prose: String) throws -> String {
        let book = try OneSection.folder(saying: prose + "\n")
        try FileManager.default.removeItem(at: book.templates.appending(path: "references.yml"))
        try book.write(bibliography, to: "references.bib")
        let outcome = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache).write(to: book.output)
        #expect(outcome.problems.isEmpty)
        defer { try? book.remove() }
        return try book.page("one.html").replacing(/<[^>]*>/, with: "").replacing("&gt;", with: ">").replacing(
            "&#39;", with: "'")
    }
}
