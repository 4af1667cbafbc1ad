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
            outcome.files.filter { !$0.contains("figures/") && !$0.contains("fonts/") } == [
                "about.html", "book.js", "errata.html", "evidence.html", "evidence.json", "figures.html",
                "index.html", "katex/katex.css", "latex/evidence.tex", "latex/index.tex", "latex/penalties.tex",
                "latex/references.tex", "latex/regbook.sty", "latex/regbook.tex", "latex/stopping.tex",
                "penalties-numbers.html", "penalties.html", "regbook.pdf", "search.js", "stopping.html", "style.css",
            ])
        #expect(outcome.missingForPDF.isEmpty)
        try book.keepOrRemove()
    }

    @Test func pagesReadAsKept() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        for page in ["penalties", "stopping", "index", "evidence", "errata", "about"] {
            let body = try book.page("\(page).html").between("<article>", "</article>").withPlainMath
            try expectSnapshot(body, "\(page).html")
        }
        try expectSnapshot(try book.page("evidence.json"), "evidence.json")
        try expectSnapshot(try book.page("search.js").withPlainMath, "search.js")
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
