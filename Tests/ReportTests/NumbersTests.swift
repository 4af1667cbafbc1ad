import Foundation
import Report
import Testing

@Suite struct NumbersTests {
    @Test func everyFigureHasATableOfItsNumbers() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, isDrawn: true).write(to: book.output)
        let page = try book.page("penalties-numbers.html")
        for id in ["fig-contours", "fig-sweep"] {
            let figure = page.between("<h2 id=\"\(id)\">", "<span class=\"downloads\">")
            #expect(figure.matches(of: /<figcaption>Loss &lt; &amp; penalty: line “(training|validation)”/).count == 2)
            #expect(figure.contains("<td class=\"trailing\">0.5</td>"))
        }
        #expect(try book.page("penalties.html").contains("href=\"penalties-numbers.html#fig-contours\""))
        let gallery = try book.page("figures.html")
        for name in ["penalties-contours", "penalties-sweep-2"] {
            for ending in ["svg", "pdf", "png", "csv"] {
                #expect(gallery.contains("href=\"figures/\(name).\(ending)\""))
                let file = book.output.appending(path: "figures/\(name).\(ending)")
                #expect(try !Data(contentsOf: file).isEmpty)
            }
        }
        try book.remove()
    }

    @Test func picturesBeyondTheLimitAreFiles() throws {
        let book = try FixtureBook()
        // Each is smaller than what a page may hold, the two together are not.
        _ = try book.report(cache: MemoryCache(), drawer: FixtureBook.drawer(bytes: 90_000)).write(to: book.output)
        let page = try book.page("penalties.html")
        #expect(page.matches(of: /<svg xmlns/).count == 1)
        #expect(page.contains("<img src=\"figures/penalties-sweep-2.svg\""))
        try book.remove()
    }

    @Test func evidenceCountsWhatIsCovered() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let page = try book.page("evidence.html")
        #expect(page.contains("<summary class=\"callout-title\">Equations: 2 of 8</summary>"))
        #expect(page.contains("<summary class=\"callout-title\">Algorithms: 1 of 2</summary>"))
        #expect(page.contains("<summary class=\"callout-title\">Figures: 0 of 1</summary>"))
        #expect(page.contains("<a href=\"penalties.html#eq-7-6\">Equation 7.6</a>"))
        #expect(page.contains("Equation 7.5 – not in this book"))
        #expect(page.contains("<a href=\"penalties.html#at-2-9E\">Where the book says so</a>"))
        #expect(try book.page("penalties.html").contains("id=\"at-2-9E\""))
        try book.remove()
    }
}
