import BrowserDriver
import Foundation
import Report
import Testing

@Suite struct AccessibilityTests {
    @Test(arguments: ["light", "dark"]) func axeFindsNothing(theme: String) async throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache, isDrawn: true).write(to: book.output)
        let axe = try Self.axe()
        let browser = try await Browser()
        for page in outcome.files where page.hasSuffix(".html") {
            try await browser.open(book.output.appending(path: page))
            #expect(try await Self.violations(browser, axe, theme: theme) == [], "\(page), \(theme)")
        }
        try await browser.open(book.output.appending(path: "penalties.html"))
        let broken =
            "document.querySelector('main img, main svg').removeAttribute('role'); document.documentElement.lang = '';"
        #expect(try await browser.run(broken) as? String == nil)
        let found = try await Self.violations(browser, axe, theme: theme)
        #expect(found.contains { $0.hasPrefix("html-has-lang") }, "\(found)")
        try await browser.close()
        try book.remove()
    }

    /// What axe-core finds wrong with the open page: the rule and the element of each finding.
    private static func violations(_ browser: Browser, _ axe: String, theme: String) async throws -> [String] {
        let found = try await browser.run(
            """
            document.documentElement.setAttribute('data-theme', '\(theme)');
            document.querySelectorAll('details').forEach(d => d.open = true);
            \(axe);
            const found = await window.axe.run(document, { resultTypes: ['violations'] });
            return found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)));
            """)
        return found as? [String] ?? ["\(found ?? "no answer")"]
    }

    /// axe-core's script, fetched once.
    private static func axe() throws -> String {
        let path = try Program.output("scripts/axe-core", []).split(separator: "\n").last
        return try String(contentsOfFile: String(try #require(path)), encoding: .utf8)
    }
}
