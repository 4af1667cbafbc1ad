import Foundation
import Notebook
import Plots
import Report
import Testing

/// Builds every example of the reference of the prose language.
@Suite struct ProseReferenceTests {
    private struct Example {
        let prose: String
        /// What refuses it; nil where it must build.
        let refusal: String?
    }

    /// The blocks of the reference marked as Markdown, in their order.
    private static func examples() throws -> [Example] {
        let file = FixtureBook.repository.appending(path: "docs/prose.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var examples: [Example] = []
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard let match = lines[index].wholeMatch(of: /(```|~~~)markdown( error)?/) else { continue }
            let end = try #require(lines[(index + 1)...].firstIndex(of: match.1))
            let prose = lines[(index + 1)..<end].joined(separator: "\n")
            let words = lines[(end + 1)...].first { !$0.isEmpty } ?? ""
            examples.append(Example(prose: prose, refusal: match.2 == nil ? nil : String(words.dropFirst(2))))
            index = end
        }
        return examples
    }

    private static let page = Page {
        Value("count", 12)
        Value("tiny", 3.5e-8)
        PageFigure(
            "curve",
            Figure(width: 200, height: 120) {
                Panel(x: Axis("time"), y: Axis("loss")) {
                    Line(x: [0, 1, 2], y: [3, 2, 1]).role(.training).label("loss")
                }
            })
        Table("facts", columns: [.init("what"), .init("how much")], rows: [["one", 1]])
        Claim("O-1", "One is one.", method: "By counting.") { Check.number("one", 1, .atMost(1)) }
    }

    private static let references = """
        - {id: roe1999, title: Nets, author: [{family: Roe}], issued: 1999}
        - {id: doe, title: Sets, author: [{family: Doe}], issued: {literal: in press}}
        """

    /// A picture of eight pixels by eight.
    private static let photo =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEElEQVR4nGNgKNqEHQ0tCQBZ7EkBBJYQnwAAAABJRU5ErkJggg=="
        ) ?? Data()

    @Test func everyExampleBuildsOrIsRefusedAsItSays() throws {
        let examples = try Self.examples()
        #expect(examples.count > 20)
        let cache = MemoryCache()
        for example in examples {
            let book = try OneSection.folder(saying: example.prose)
            try book.write(Self.references, to: "references.yml")
            try Self.photo.write(to: book.templates.appending(path: "photo.png"))
            let isRefused = example.refusal != nil
            let report = try OneSection.report(
                of: Self.page, in: book, cache: cache, formats: isRefused ? [.html] : [.html, .pdf, .epub],
                drawer: isRefused ? FixtureBook.drawer : .plots)
            var complaint = ""
            do {
                complaint = try report.write(to: book.output).problems.map(\.message).joined(separator: "\n")
            } catch let error as ReportError {
                complaint = "\(error)"
            }
            if let refusal = example.refusal {
                #expect(complaint.contains(": error: \(refusal)\n"), "\(example.prose): \(complaint)")
            } else {
                #expect(complaint.isEmpty, "\(example.prose): \(complaint)")
            }
            try book.remove()
        }
    }
}
