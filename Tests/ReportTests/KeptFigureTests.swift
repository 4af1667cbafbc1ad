import BrowserDriver
import Foundation
import Notebook
import Plots
import Report
import Testing

/// A figure of a kept run stands behind a switch at this build's own.
@Suite struct KeptFigureTests {
    private static let prose = """
        ![Two curves of this build.](figure:measured)

        > [!FULL]
        >
        > ![The same on letters.](figure:full/measured)

        > [!FULL]
        > The decay was {{full:decay}}.

        > [!FULL]
        > Again {{full:decay}}.

        """

    private static func page(height: Double) -> Page {
        Page {
            Value("decay", 0.5)
            PageFigure(
                "measured",
                Figure(width: 420, height: 150) {
                    Panel(x: Axis("x"), y: Axis("y", in: 0...1)) { Line(x: [0, 1], y: [0, height]).label("curve") }
                })
        }
    }

    private static func record(_ profile: Profile, on data: String, height: Double) throws -> SectionRecord {
        let book = Book(
            "regbook", title: "One section", chapters: [Chapter(7, title: "One", sections: [(1, OneSection.self)])])
        let study = StudyRecord(
            study: book.sections[0].studies[0], page: page(height: height), profile: profile, seed: 1, dataName: data,
            parameters: Data("{}".utf8), inputDigest: "inputs", isAsWritten: true, seconds: 100,
            rerunCommand: "regbook run one")
        return try SectionRecord(
            section: book.sections[0], profile: profile, seed: 1, studies: [study], rerunCommand: "regbook run one")
    }

    private static func book(_ formats: Set<Format>) throws -> FixtureBook {
        let folder = try OneSection.folder(saying: prose)
        let own = try record(.quick, on: "drawn digits", height: 1)
        let book = Book(
            "regbook", title: "One section", chapters: [Chapter(7, title: "One", sections: [(1, OneSection.self)])])
        let report = Report(
            book: book, records: [own],
            kept: [KeptRecord(record: try record(.full, on: "letters", height: 0.3), commits: ["0123456789abcdef"])],
            templates: folder.templates, sources: folder.folder.appending(path: "Sources"), cache: FixtureBook.cache,
            formats: formats, drawer: .plots)
        _ = try report.write(to: folder.output)
        return folder
    }

    @Test func oneFigureShowsEitherRun() async throws {
        let book = try Self.book([.html])
        let page = try book.page("one.html")
        #expect(page.matches(of: /<figure id="fig-measured"/).count == 1)
        #expect(!page.contains("fig-full-measured\" class"))
        // Where the numbers come from is said once, not in each callout.
        #expect(page.matches(of: /Kept from a run of the profile full/).count == 1)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "one.html"))
        let shown = """
            const visible = () => [...document.querySelectorAll('figure .run')].filter(run => run.offsetParent)
                .map(run => run.closest('figcaption') ? run.textContent.trim().split('.')[0] : run.querySelector('svg').id);
            const first = visible();
            document.querySelectorAll('.runs input')[1].click();
            return [first.join(), visible().join(), document.querySelector('.runs').textContent.trim().replace(/\\s+/g, ' ')];
            """
        #expect(
            try await browser.run(shown) as? [String] == [
                "one-measured,Two curves of this build", "one-full-measured,The same on letters",
                "Data of Figure 7.1.1 drawn digits letters",
            ])
        try await browser.print(to: 642)
        let printed =
            "return [...document.querySelectorAll('figure svg')].filter(svg => svg.getClientRects().length).length;"
        #expect(try await browser.run(printed) as? Int == 2)
        #expect(try await browser.console() == [])
        try await browser.close()
        try book.remove()
    }

    @Test func printAndEbookShowBothUnderOneNumber() throws {
        let book = try Self.book([.html, .pdf, .epub])
        let tex = try book.page("latex/one.tex")
        #expect(tex.matches(of: /\\begin\{bookfigure\}/).count == 1)
        #expect(tex.contains(#"\runname{drawn digits}"#) && tex.contains(#"\runname{letters}"#))
        #expect(tex.contains("figures/one-measured.pdf") && tex.contains("figures/one-full-measured.pdf"))
        #expect(tex.contains("The same on letters."))
        try book.remove()
    }
}
