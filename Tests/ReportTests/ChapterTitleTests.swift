import Foundation
import Testing

/// A book of several chapters shows their titles wherever it lists its sections; one of a single chapter bears its own title only.
@Suite struct ChapterTitleTests {
    private func book(_ chapters: [String]) throws -> ManyPages {
        try ManyPages(["First.", "Second.", "Third."], chapters: chapters)
    }

    private func contentsOfEbook(_ book: ManyPages) throws -> String {
        let file = book.folder.output.appending(path: "regbook.epub").path
        #expect(throws: Never.self) {
            try Program.output("/usr/bin/java", ["-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings", file])
        }
        return try Program.output("/usr/bin/unzip", ["-p", file, "EPUB/contents.xhtml"])
    }

    @Test func standAboveTheirSections() throws {
        let book = try book(["Points & lines", "Areas"])
        #expect(try book.build([.html, .pdf, .epub]) == [])
        let entry = /<li( class="chapter")?>(?:<a[^>]*>)?(?:<span class="section-number">)?([\d.]+)/
        for page in ["index", "page-0", "page-2", "evidence"] {
            let text = try book.folder.page("\(page).html")
            let bar = try #require(text.firstMatch(of: /<nav aria-label="Contents">(?:.|\n)*?<\/nav>/)).0
            #expect(bar.matches(of: entry).map(\.2) == ["1", "1.1", "1.2", "2", "2.1"], "\(page)")
            #expect(bar.contains("<li class=\"chapter\">1 Points &amp; lines</li>"))
        }
        let front = try #require(try book.folder.page("index.html").split(separator: "<section class=\"toc\"").last)
        #expect(front.matches(of: entry).map(\.2) == ["1", "1.1", "1.2", "2", "2.1"])
        #expect(front.contains("<li class=\"chapter\">2 Areas</li>"))

        let ebook = try contentsOfEbook(book)
        #expect(ebook.contains("<li><span>1 Points &amp; lines</span><ol><li><a href=\"page-0.xhtml\">1.1 Page 0</a>"))
        #expect(
            ebook.contains("<li><span>2 Areas</span><ol><li><a href=\"page-2.xhtml\">2.1 Page 2</a></li></ol></li>"))

        let pdf = book.folder.output.appending(path: "regbook.pdf").path
        let contents = try Program.output("/usr/bin/pdftotext", ["-f", "2", "-l", "2", "-layout", pdf, "-"])
        for line in [/1 +Points & lines +\d/, /1\.2 +Page 1[ .]+\d/, /2 +Areas +\d/] {
            #expect(contents.contains(line), "\(contents)")
        }
        try book.folder.remove()
    }

    @Test func aSingleOneStandsNowhere() throws {
        let book = try book(["Points & lines"])
        #expect(try book.build([.html, .epub]) == [])
        for page in ["index", "page-0"] { #expect(!(try book.folder.page("\(page).html").contains("Points"))) }
        #expect(!(try contentsOfEbook(book).contains("<span>")))
        try book.folder.remove()
    }
}
