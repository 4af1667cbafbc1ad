import BrowserDriver
import Foundation
import Report
import Testing

/// The faces of the text come with the pages.
@Suite struct TextFaceTests {
    @Test func theReportHoldsAllItsFaces() async throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let faces = outcome.files.filter { $0.hasPrefix("faces/") }
        #expect(faces.count == 7)
        let sizes = try faces.map { try Data(contentsOf: book.output.appending(path: $0)).count }
        #expect(sizes.reduce(0, +) <= 200_000, "the faces take \(sizes) bytes")

        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "stopping.html"))
        let load = """
            const faces = [...document.fonts].filter(face => face.family.includes('Book'));
            const loaded = await Promise.all(faces.map(face => face.load()));
            return [loaded.filter(face => face.status == 'loaded').length,
                document.fonts.check('16px "Book Serif"', 'é—Ωﬁ−'), getComputedStyle(document.body).fontFamily];
            """
        let answer = try #require(try await browser.run(load) as? [Any])
        #expect(answer[0] as? Int == 7)
        #expect(answer[1] as? Bool == true)
        #expect((answer[2] as? String)?.hasPrefix("\"Book Serif\"") == true)
        try await browser.close()
        try book.remove()
    }

    @Test func aMissingFontIsNamed() {
        let missing = ReportError.missingFont("/fonts/Charis.ttf").description
        #expect(
            missing.contains("/fonts/Charis.ttf is missing") && missing.contains("apt-get install fonts-sil-charis"))
    }

    @Test func aFileThatIsNoFontIsNamed() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).ttf")
        defer { try? FileManager.default.removeItem(at: file) }
        let whole = try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/charis/CharisSIL-Regular.ttf"))
        for part in [Data(), Data("no font".utf8), whole.prefix(300), Data(repeating: 0xFF, count: 4096)] {
            try part.write(to: file)
            let error = #expect(throws: ReportError.self) { try TextFace.serif.webFont(of: file) }
            let words = error?.description ?? ""
            #expect(
                words.contains("\(file.path) can't be read as a font; reinstall it"), "\(part.count) bytes: \(words)")
        }
    }

    /// A line of print holds as many letters as is good to read.
    @Test func linesOfPrintHoldSeventyLetters() async throws {
        let book = try FixtureBook()
        let words = String(
            repeating: "The loss on the validation set falls, turns, and rises while training continues. ", count: 12)
        try book.write(FixtureBook.stopping + "\n\n" + words, to: "stopping.md")
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        // A4 between margins of two centimetres.
        try await browser.print(to: 642)
        try await browser.open(book.output.appending(path: "stopping.html"))
        let lines = """
            await document.fonts.ready;
            const longest = [...document.querySelectorAll('article p')].sort((a, b) => b.textContent.length - a.textContent.length)[0];
            const range = document.createRange();
            range.selectNodeContents(longest);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
            return longest.textContent.length / lines;
            """
        let letters = try #require(try await browser.run(lines) as? Double)
        #expect(65...75 ~= letters, "\(letters) letters on a line")
        try await browser.close()
        try book.remove()
    }
}
