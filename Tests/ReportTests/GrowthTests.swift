import Foundation
import Notebook
import Report
import Testing

/// A long book takes no more for an edit than a short one.
@Suite struct GrowthTests {
    @Test(arguments: [5, 60]) func anEditMakesOnePageAnewHoweverManyThereAre(count: Int) throws {
        let texts = (0..<count).map { "Words of page \($0), $x_{\($0)}$, after @sec-page-\(($0 + 1) % count).\n" }
        let book = try ManyPages(texts)
        let cache = MemoryCache()
        let first = try book.report(cache: cache).write(to: book.folder.output)
        let before = cache.made
        try book.folder.write("Other words, $x_{3}$, after @sec-page-4.\n", to: "page-3.md")
        let second = try book.report(cache: cache).write(to: book.folder.output)
        let remade = second.keys.filter { first.keys[$0.key] != $0.value }.keys.sorted()
        #expect(remade == ["page-3.html", "search/page-3.js"])
        // What is read of the template; its formulas are those of before.
        #expect(cache.made - before <= 2)
        try book.folder.remove()
    }

    @Test func everyPageLeadsToAllOthers() throws {
        let book = try ManyPages((0..<30).map { "Words of page \($0).\n" })
        _ = try book.report(cache: FixtureBook.cache).write(to: book.folder.output)
        for page in [0, 17, 29] {
            let text = try book.folder.page("page-\(page).html")
            let contents = text.between("<nav aria-label=\"Contents\">", "</ol>")
            #expect(contents.matches(of: /<li>/).count == 30)
            #expect(contents.matches(of: /aria-current="page"/).count == 1)
            #expect(contents.contains("<a href=\"page-\(page).html\" aria-current=\"page\">"))
        }
        try book.folder.remove()
    }
}
