import Foundation
import Report
import Testing

@Suite struct MarginNoteTests {
    /// A word on paper, in points from the top of its page.
    private struct Word {
        let page: Int
        let top: Double
        let bottom: Double
    }

    @Test func notesStandBesideTheirLinesAndNeverOverEachOther() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        let count = 60
        let filler = Array(repeating: "words beside a note", count: 14).joined(separator: " ")
        let texts = (1...count).map { index in
            let note = Array(repeating: "of the margin", count: index % 4 == 0 ? 9 : 3).joined(separator: " ")
            // The white space of displays may shrink, so that a line can seem to fit a page that it will not stand on.
            return "> [!MARGIN]\n> top\(index) \(note) end\(index)\n\npar\(index) \(filler)\n\n$$ a = b $$\n"
        }
        try book.write(texts.joined(separator: "\n"), to: "stopping.md")
        #expect(try book.complaints([.pdf]) == "")

        let (words, height) = try words(of: book.output.appending(path: "regbook.pdf"))
        var last: Word?
        for index in 1...count {
            let top = try #require(words["top\(index)"])
            let end = try #require(words["end\(index)"])
            let paragraph = try #require(words["par\(index)"])
            #expect(top.page == paragraph.page && end.page == paragraph.page, "note \(index)")
            // The foot margin is 84 points high.
            #expect(end.bottom < height - 84 + 3, "note \(index)")
            if let last, last.page == top.page { #expect(top.top > last.bottom - 1, "note \(index)") }
            last = end
        }
        // Where nothing is in the way, a note begins with its line.
        let first = try #require(words["top1"])
        #expect(abs(first.bottom - (try #require(words["par1"])).bottom) < 4)
        #expect(Set((1...count).compactMap { words["top\($0)"]?.page }).count >= 3)
        try book.remove()
    }

    /// Every word of a PDF, and the height of its pages.
    private func words(of pdf: URL) throws -> ([String: Word], height: Double) {
        let boxes = try Program.output("/usr/bin/pdftotext", ["-bbox", pdf.path, "-"])
        var words: [String: Word] = [:]
        var page = 0
        var height = 0.0
        for line in boxes.split(separator: "\n") {
            if let match = line.firstMatch(of: /<page .*height="([\d.]+)"/) {
                page += 1
                height = try #require(Double(match.1))
            } else if let match = line.firstMatch(of: /yMin="([\d.]+)" .*yMax="([\d.]+)">(.*)<\/word>/) {
                words[String(match.3)] = Word(
                    page: page, top: try #require(Double(match.1)), bottom: try #require(Double(match.2)))
            }
        }
        return (words, height)
    }
}
