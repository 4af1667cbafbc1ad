import Foundation
import Notebook
import Plots
import Report
import Testing

/// A page that is made again with other results is that of a report which shows these.
struct ReportPagesTests {
    private static let prose = """
        The share is {{share}}, and $s = {{share}}$. [](claim:7-1X)

        ![Weights](figure:weights)

        """

    private static func page(share: Double) -> Page {
        Page {
            Value("share", share)
            PageFigure("weights", PenaltySection.contours)
            Claim("7-1X", "The share is positive.", method: "It was measured.") {
                Check.positive("share", differences: [share, share + 0.1, share + 0.2])
            }
        }
    }

    @Test func itIsThatOfAReportWithTheseResults() throws {
        let folder = try OneSection.folder(saying: Self.prose)
        let pages = try ReportPages(of: OneSection.report(of: Self.page(share: 0.25), in: folder))
        for share in [0.5, -0.25, 0.25] {
            _ = try OneSection.report(of: Self.page(share: share), in: folder).write(to: folder.output)
            let page = try pages.page(showing: OneSection.record(of: Self.page(share: share)))
            #expect(String(decoding: page.html, as: UTF8.self) == (try folder.page("one.html")))
            for ending in ["svg", "narrow.svg", "pdf", "png", "csv"] {
                let path = "figures/one-weights.\(ending)"
                let drawn = try Data(contentsOf: folder.output.appending(path: path))
                #expect(try page.file(at: path) == drawn, "\(path)")
            }
            #expect(try page.file(at: "figures/two-weights.svg") == nil)
        }
        try folder.remove()
    }

    /// What one page asks for in vain is not told of the next.
    @Test func whatIsMissingIsToldOnce() throws {
        let folder = try OneSection.folder(saying: Self.prose)
        let pages = try ReportPages(of: OneSection.report(of: Self.page(share: 0.25), in: folder))
        let failure = #expect(throws: ReportError.self) {
            try pages.page(showing: OneSection.record(of: Page { PageFigure("weights", PenaltySection.contours) }))
        }
        #expect(failure?.description.hasPrefix("templates/one.md:1:14: error: unknown value 'share'") == true)
        _ = try pages.page(showing: OneSection.record(of: Self.page(share: 0.5)))
        try folder.remove()
    }

    /// Templates are read once, and files of figures are drawn when they are asked for.
    @Test func onlyTheResultsAreReadAnew() throws {
        let folder = try OneSection.folder(saying: Self.prose)
        let pages = try ReportPages(of: OneSection.report(of: Self.page(share: 0.25), in: folder))
        try folder.write("Other words.\n", to: "one.md")
        let page = try pages.page(showing: OneSection.record(of: Self.page(share: 0.5)))
        let text = String(decoding: page.html, as: UTF8.self)
        #expect(text.contains("The share is") && !text.contains("Other words"))
        try folder.remove()
    }
}
