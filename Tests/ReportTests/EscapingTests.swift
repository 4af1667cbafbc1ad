import Foundation
import Notebook
import Report
import Testing

@Suite struct EscapingTests {
    private static let hostile = "<script>alert(1)</script>\"'&\\input{/etc/passwd}$%#_^~{}"

    @Test func textOfDataStaysText() throws {
        var book = try FixtureBook()
        book.dataName = Self.hostile
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let about = try book.page("about.html")
        #expect(!about.contains("<script>alert"))
        #expect(about.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\\input{/etc/passwd}$%#_^~{}"))
        try book.remove()
    }

    @Test func textOfTemplatesAndReferencesStaysText() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        try book.write(
            """
            \\<script>alert(1)\\</script>

            Inline \\<img src=x onerror=alert(1)> and [a](https://example.org/"onmouseover="alert(1)) [@evil].

            `<b>` \\<i> &lt;u&gt; {{penalties:data}}

            """, to: "stopping.md")
        try book.write("$$ w $$ {#eq-7-6}", to: "penalties.md")
        try book.write(
            "- {id: evil, title: '<script>alert(2)</script>', URL: 'javascript:alert(3)', author: ['<b>']}",
            to: "references.yml")
        _ = try book.report(cache: FixtureBook.cache, formats: [.html, .pdf]).write(to: book.output)
        let page = try book.page("stopping.html")
        let body = page.between("<article>", "</article>")
        #expect(!body.contains("<script"))
        #expect(!body.contains("<img"))
        #expect(!body.contains("onmouseover=\""))
        #expect(!page.contains("javascript:"))
        #expect(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(body.contains("<code>&lt;b&gt;</code> &lt;i&gt; &lt;u&gt;"))
        try book.remove()
    }

    @Test func pagesForbidWhatIsRemote() throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache).write(to: book.output)
        for file in outcome.files where file.hasSuffix(".html") {
            let page = try book.page(file)
            #expect(
                page.contains(
                    "Content-Security-Policy\" content=\"default-src 'self'; style-src 'self' 'unsafe-inline'"))
            for match in page.matches(of: /(?:src|href)="(https?:[^"]*)"/) {
                #expect(["https://example.org/?a=1&amp;b=2", "https://example.org/bagging"].contains(String(match.1)))
            }
        }
        try book.remove()
    }

    @Test func formulasCanNeitherReadNorWriteFiles() throws {
        for tex in [
            "\\input{x}", "\\write18{ls}", "\\href{javascript:alert(1)}{x}", "\\includegraphics{/etc/x}",
            "\\csname x\\endcsname",
        ] {
            let book = try FixtureBook()
            try book.write("Nothing.", to: "index.md")
            try book.write("$\(tex)$", to: "stopping.md")
            try book.write("$$ w $$ {#eq-7-6}", to: "penalties.md")
            let complaint = try book.complaints([.html])
            let isRefused = complaint.contains("error: ")
            let isHarmless = try complaint.isEmpty && !book.page("stopping.html").contains("javascript:alert(1)\"")
            #expect(isRefused || isHarmless, "\(tex): \(complaint)")
            try book.remove()
        }
    }
}
