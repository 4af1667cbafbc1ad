import Foundation
import Notebook
import Report
import Synchronization
import Testing

@Suite struct PreambleFormatTests {
    @Test(arguments: [Paper.a4, .letter])
    func thePDFIsThatOfPlainPassesWhetherOrNotTheFormatWasKept(paper: Paper) throws {
        let book = try FixtureBook()
        let formats = FormatCache()
        let made = try book.pdf(paper, cache: formats)
        #expect(formats.formats.count == 1)
        // The second time all passes start from it.
        #expect(try book.pdf(paper, cache: formats) == made)
        #expect(formats.formats.count == 1)

        let folder = book.output.appending(path: "latex")
        for _ in 1...3 { try plainPass(in: folder) }
        #expect(try Data(contentsOf: folder.appending(path: "book.pdf")) == made)
        try book.remove()
    }

    @Test func aFormatThatTeXCannotStartFromIsLeftAside() throws {
        let book = try FixtureBook()
        let formats = FormatCache()
        let made = try book.pdf(cache: formats)
        formats.damage()
        #expect(try book.pdf(cache: formats) == made)
        try book.remove()
    }

    @Test func twoPassesSettleTheBook() throws {
        let book = try FixtureBook()
        _ = try book.pdf(cache: FormatCache())
        let folder = book.output.appending(path: "latex")
        var numbers: [Data] = []
        for _ in 1...2 {
            try plainPass(in: folder)
            numbers.append(try Data(contentsOf: folder.appending(path: "book.aux")))
        }
        #expect(numbers[0] == numbers[1])
        try book.remove()
    }

    @Test func aChangedStyleHasAFormatOfItsOwn() throws {
        let book = try FixtureBook()
        let formats = FormatCache()
        let before = try book.pdf(cache: formats)
        let style = "layouts/edition.sty"
        let text = try #require(BuiltInFile.named("edition.sty")).text
        try book.write(text.replacing("textwidth=420bp", with: "textwidth=400bp"), to: style)
        #expect(try book.pdf(cache: formats) != before)
        #expect(formats.formats.count == 2)
        try book.remove()
    }

    @Test func anErrorInTheStyleIsTold() throws {
        let book = try FixtureBook()
        let formats = FormatCache()
        let style = "layouts/edition.sty"
        let text = try #require(BuiltInFile.named("edition.sty")).text
        try book.write(text + "\\nowhereDefined\n", to: style)
        #expect(throws: ReportError.self) { try book.pdf(cache: formats) }
        #expect(formats.formats.isEmpty)
        try book.remove()
    }

    private func plainPass(in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdflatex")
        process.arguments = ["-no-shell-escape", "-interaction=nonstopmode", "book.tex"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

extension FixtureBook {
    fileprivate func pdf(_ paper: Paper = .a4, cache: FormatCache) throws -> Data {
        _ = try report(cache: cache, formats: [.pdf], isDrawn: true, paper: paper).write(to: output)
        return try Data(contentsOf: output.appending(path: "regbook.pdf"))
    }
}

/// Keeps formats of TeX, which are compressed by gzip, and nothing else.
private final class FormatCache: ProductCache {
    private let state = Mutex<[String: Data]>([:])

    var formats: [String: Data] { state.withLock { $0 } }

    func damage() {
        state.withLock { $0 = $0.mapValues { $0.prefix(1000) } }
    }

    func product(_ key: String, make: () throws -> Data) throws -> Data {
        if let kept = state.withLock({ $0[key] }) { return kept }
        let product = try make()
        if product.starts(with: [0x1F, 0x8B]) { state.withLock { $0[key] = product } }
        return product
    }
}
