import Foundation
import Notebook
import Report
import Testing

@Suite struct SiteTests {
    @Test func writesEveryPage() throws {
        let book = try FixtureBook()
        defer { #expect(throws: Never.self) { try book.remove() } }
        let outcome = try book.report(formats: [.html, .pdf], drawer: .plots).write(to: book.output)
        for page in ["index.html", "penalties.html", "stopping.html", "evidence.html", "errata.html", "about.html"] {
            #expect(outcome.files.contains(page))
        }
        #expect(
            outcome.failures.map(\.description) == [
                "stopping: claim 7-1X is inconclusive, but its prose was written for holds"
            ])
        #expect(outcome.differences.isEmpty)
        if let keep = ProcessInfo.processInfo.environment["REPORT_KEEP"] {
            let url = URL(filePath: keep)
            if FileManager.default.fileExists(atPath: keep) { try FileManager.default.removeItem(at: url) }
            try FileManager.default.copyItem(at: book.output, to: url)
        }
    }
}
