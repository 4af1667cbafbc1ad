import FigureSnapshots
import Foundation
import Notebook
import Report
import Testing

@Suite struct SiteTests {
    @Test func writesEveryPageOfBothFormats() throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache, formats: [.html, .pdf], isDrawn: true)
            .write(to: book.output)
        #expect(
            outcome.files.filter { !$0.contains("figures/") && !$0.contains("fonts/") && !$0.hasPrefix("faces/") } == [
                "about.html", "book.js", "errata.html", "evidence.html", "evidence.json", "figures.html",
                "index.html", "katex/katex.css", "latex/about.tex", "latex/book.tex", "latex/edition.sty",
                "latex/errata.tex", "latex/evidence.tex", "latex/index.tex", "latex/penalties.tex",
                "latex/references.tex", "latex/stopping.tex",
                "penalties-numbers.html", "penalties.html", "readout.js", "regbook.pdf", "search/evidence.js",
                "search/penalties.js", "search/stopping.js", "stopping.html", "style.css", "wager.js",
            ])
        #expect(outcome.missingForPDF == nil)
        try book.keepOrRemove()
    }

    @Test func pagesReadAsKept() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        for page in ["penalties", "stopping", "index", "evidence", "errata", "about"] {
            let body = try book.page("\(page).html").between("<article>", "</article>").withPlainMath
            try SnapshotFolder().check(text: body, named: "\(page).html")
        }
        try SnapshotFolder().check(text: try book.page("evidence.json"), named: "evidence.json")
        for part in ["penalties", "stopping", "evidence"] {
            try SnapshotFolder().check(
                text: try book.page("search/\(part).js").withPlainMath, named: "search-\(part).js")
        }
        try book.remove()
    }

    @Test func thePageOfEvidenceSaysHowThePredictionsCameOut() throws {
        let line = "{predicts: holds, bound: b, because: c, replicates: 1, written: "
        let ledger = try ClaimLedgerTests.ledger(["penalties.yml": "2-9E: \(line)before}\n2-10D: \(line)after}\n"])
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, ledger: ledger).write(to: book.output)
        let page = try book.page("evidence.html")
        #expect(page.contains("Predictions are recorded for 2, for 1 of them before any result"))
        #expect(page.contains("Results other than the predicted one: 1 (1 erratum);"))
        try book.remove()
    }

    @Test func errataBearTheirKindAndTheirOwnProse() throws {
        let ledger = try ClaimLedgerTests.ledger([
            "penalties.yml":
                "2-10D: {predicts: erratum, bound: b, because: c, replicates: 1, written: after, erratum: gap}\n"
        ])
        let book = try FixtureBook()
        try book.write(
            "## Small slips\n\nOf [penalties](penalties.md) with $x^2$ and {{penalties:decay}}.\n", to: "errata.md")
        let report = try book.report(cache: FixtureBook.cache, formats: [.html, .epub], ledger: ledger)
        _ = try report.write(to: book.output)
        let page = try book.page("errata.html")
        #expect(page.contains("erratum: a condition is missing"))
        #expect(page.contains("A condition is missing (1):"))
        #expect(page.contains("Of <a href=\"penalties.html\">penalties</a>"))
        #expect(page.contains("katex"))
        #expect(try book.page("evidence.json").contains("\"erratum\" : \"gap\""))
        try book.write("An {{unknown}} value.\n", to: "errata.md")
        #expect(try book.complaints().contains("templates/errata.md:1:"))
        try book.remove()
    }

    /// Pages, PDF and EPUB say what they are and who wrote them.
    @Test func cataloguesFindTheBook() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, formats: [.html, .pdf, .epub], isDrawn: true).write(
            to: book.output)
        let page = try book.page("stopping.html")
        #expect(page.contains("<meta name=\"description\" content=\"Weights &amp; &lt;penalties&gt; of 50 %.\">"))
        #expect(page.contains("<meta name=\"author\" content=\"A. &lt;One&gt;, B. Two\">"))
        let facts = try Program.output("/usr/bin/pdfinfo", [book.output.appending(path: "regbook.pdf").path])
        for fact in ["Regularization <in> practice", "A. <One>, B. Two", "Weights & <penalties> of 50 %."] {
            #expect(facts.contains(" \(fact)\n"), "\(fact) in \(facts)")
        }
        let ebook = book.output.appending(path: "regbook.epub").path
        let package = try Program.output("/usr/bin/unzip", ["-p", ebook, "*.opf"])
        #expect(package.contains("<dc:description>Weights &amp; &lt;penalties&gt; of 50 %.</dc:description>"))
        #expect(package.contains("<dc:creator>A. &lt;One&gt;</dc:creator><dc:creator>B. Two</dc:creator>"))
        try book.remove()
    }

    @Test func fontsKeepTheirStyles() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let sheet = try book.page("katex/katex.css")
        let italic = "{font-family:KaTeX_Math;src:url(fonts/KaTeX_Math-Italic.woff2) format(\"woff2\");"
        #expect(sheet.contains(italic + "font-weight:400;font-style:italic}"))
        #expect(!sheet.contains(".ttf"))
        try book.remove()
    }

    @Test func sameInputsGiveTheSameBytes() throws {
        let book = try FixtureBook()
        func build(_ name: String) throws -> [String: Data] {
            let folder = book.folder.appending(path: name)
            let outcome = try book.report(formats: [.html, .pdf], isDrawn: true).write(to: folder)
            return try Dictionary(
                uniqueKeysWithValues: outcome.files.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
        }
        let (first, second) = (try build("first"), try build("second"))
        #expect(first.keys.sorted() == second.keys.sorted())
        for (path, data) in first { #expect(second[path] == data, "\(path)") }
        try book.remove()
    }

    @Test func unchangedInputsMakeNothingAgain() throws {
        let book = try FixtureBook()
        let cache = MemoryCache()
        _ = try book.report(cache: cache, formats: [.html, .pdf], isDrawn: true).write(to: book.output)
        let before = cache.made
        _ = try book.report(cache: cache, formats: [.html, .pdf], isDrawn: true).write(to: book.output)
        #expect(before > 0)
        #expect(cache.made == before)
        try book.remove()
    }

    @Test func tellsFailuresFromDifferences() throws {
        var book = try FixtureBook()
        let surprise = "stopping: claim 7-1X is inconclusive, but its prose was written for holds"
        let asWritten = try book.report(cache: FixtureBook.cache).write(to: book.output)
        #expect(asWritten.failures.map(\.description) == [surprise])
        #expect(asWritten.differences.isEmpty)
        book.isAsWritten = false
        let changed = try book.report(cache: FixtureBook.cache).write(to: book.output)
        #expect(changed.failures.isEmpty)
        #expect(changed.differences.map(\.description) == [surprise])
        try book.remove()
    }

    /// A report of one section: what the others' templates name is in use, and what stands there has its number.
    @Test(arguments: [("penalties", "Section 7.7"), ("stopping", "Figure 7.2.1")])
    func aPartOfTheBookIsWholeByItself(slug: String, elsewhere: String) throws {
        let book = try FixtureBook()
        try book.write("![Drawn](figure:penalties/contours)\n\n![Listed](table:penalties/paths)\n", to: "index.md")
        let outcome = try book.report(cache: FixtureBook.cache, only: [slug]).write(to: book.output)
        #expect(outcome.warnings == [])
        let front = try book.page("index.html")
        for caption in ["Drawn", "Listed"] { #expect(front.contains(caption) == (slug == "penalties")) }
        let page = try book.page("\(slug).html")
        #expect(page.contains(elsewhere) && !page.contains("\(elsewhere)</a>"))
        try book.remove()
    }

    @Test func valuesOfAbsentSectionsAreMissed() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        try book.write("Decay {{penalties:decay}}.", to: "stopping.md")
        #expect(throws: ReportError.self) {
            try book.report(cache: FixtureBook.cache, only: ["stopping"]).write(to: book.output)
        }
        try book.remove()
    }

    @Test func quotesAreCurledInProseAlone() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        try book.write("$$ w $$ {#eq-7-6}", to: "penalties.md")
        try book.write(
            "\"Don't,\" he *\"said\"*, 'it isn't $f'(x)$.'[^a] \\\"As is\\\" `a \"b\" 'c'`\n\n    \"code\" 'too'\n\n[^a]: \"Note.\"\n",
            to: "stopping.md")
        let formats: Set<Format> = [.html, .pdf, .epub]
        _ = try book.report(cache: FixtureBook.cache, formats: formats, isDrawn: true).write(to: book.output)
        let chapter = try Program.output(
            "/usr/bin/unzip", ["-p", book.output.appending(path: "regbook.epub").path, "EPUB/stopping.xhtml"])
        for page in [try book.page("stopping.html"), chapter] {
            #expect(page.contains("“Don’t,” he <em>“said”</em>, ‘it isn’t "))
            #expect(page.contains(/isn’t <span class="joined"><(span class="katex">|math )/))
            #expect(page.contains("<span class=\"sign\">.’</span></span>"))
            #expect(page.contains("“Note.”") && page.contains("&quot;As is&quot;"))
            #expect(page.contains("<code>a &quot;b&quot; &#39;c&#39;</code>"))
            #expect(page.contains("&quot;code&quot; &#39;too&#39;"))
        }
        let text = try Program.output("/usr/bin/pdftotext", [book.output.appending(path: "regbook.pdf").path, "-"])
        for words in ["“Don’t,” he “said”, ‘it isn’t f ′", "“Note.”", "\"As is\"", "a \"b\" 'c'", "\"code\" 'too'"] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        try book.remove()
    }

    @Test func warnsOfWhatNobodyUses() throws {
        let book = try FixtureBook()
        try book.write("Wait {{patience}} epochs; @alg-7-1 and @eq-own are gone.", to: "index.md")
        try book.write("Nothing.", to: "stopping.md")
        try book.write("Nothing either.", to: "index.md")
        let outcome = try book.report(cache: FixtureBook.cache).write(to: book.output)
        #expect(
            outcome.warnings.map { $0.diagnostic(.warning).text } == [
                "templates/stopping.md: warning: the value 'patience' is not used",
                "templates/stopping.md: warning: the claim '7-1X' is not used",
            ])
        try book.remove()
    }
}
