import BrowserDriver
import Foundation
import Notebook
import Report
import Testing

/// What a reader finds by searching.
@Suite struct SearchTests {
    private static let prose = """
        ## Karush conditions

        KKT multipliers of the L2 penalty.[^why] The résumé of Erdős.

        | Kind | Share |
        |------|------:|
        | semi-supervised | 0.2 |

        ```sh
        make polymath
        ```

        [^why]: Because of Zorn.
        """

    @Test(arguments: [
        ("karush", "one.html#karush-conditions"), ("kkt l2", "one.html#karush-conditions"),
        ("semi-supervised", "one.html#karush-conditions"), ("polymath", "one.html#karush-conditions"),
        ("zorn", "one.html#karush-conditions"), ("resume", "one.html#karush-conditions"),
        ("erdos", "one.html#karush-conditions"), ("O-1", "evidence.html#claim-O-1"), ("xyzzy", "nothing"),
    ]) func everyKindOfTextIsFound(words: String, place: String) async throws {
        let book = try OneSection.folder(saying: Self.prose)
        let page = Page {
            Claim("O-1", "One is one.", method: "By counting.") { Check.number("one", 1, .atMost(1)) }
        }
        _ = try OneSection.report(of: page, in: book, cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "one.html"))
        let search = """
            document.querySelector('.search-open').click();
            const input = document.querySelector('dialog.search input');
            input.value = '\(words)';
            input.dispatchEvent(new Event('input'));
            for (let tries = 0; tries < 100 && !document.querySelector('dialog.search li'); tries++)
                await new Promise(r => setTimeout(r, 20));
            const link = document.querySelector('dialog.search li a');
            return link ? link.getAttribute('href') : document.querySelector('dialog.search li').textContent;
            """
        let found = try await browser.run(search) as? String ?? ""
        #expect(place == "nothing" ? found == "Nothing was found." : found == place, "\(found)")
        try await browser.close()
        try book.remove()
    }
}
