import Foundation
import Testing

/// A book of somebody else's, from an empty folder.
struct NewBookTests {
    private static let regbook = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    private struct Outcome {
        let code: Int32
        let output: String
    }

    /// Runs a program in `folder`; what it says on both its outputs.
    private func run(_ words: String..., in folder: URL) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }

    /// It builds, its report says what was measured, sections and studies are added, and its claim can fail.
    @Test func buildsGrowsAndCanFail() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "author-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let made = try run(
            FixtureProcess.program("fixture-book"), "new", "book", "trial", "--regbook",
            Self.regbook.path(percentEncoded: false),
            in: folder)
        #expect(made.code == 0, "\(made.output)")
        let book = folder.appending(path: "trial")
        let program = ".build/debug/trial"

        let compiled = try run("swift", "build", in: book)
        try #require(compiled.code == 0, "\(compiled.output)")
        #expect(!compiled.output.contains("warning:"), "\(compiled.output)")
        let built = try run(program, "build", "--format", "html", in: book)
        #expect(built.code == 0, "\(built.output)")
        #expect(!built.output.contains("warning:"), "\(built.output)")
        let page = try String(contentsOf: book.appending(path: "output/averages.html"), encoding: .utf8)
        #expect(page.contains("The slope is") && page.contains("means of each size"))
        // Nothing in it speaks of another book.
        for file in ["index", "averages", "evidence", "about"] {
            let text = try String(contentsOf: book.appending(path: "output/\(file).html"), encoding: .utf8)
            for word in ["draft", "MNIST", "errata"] { #expect(!text.contains(word), "\(word) in \(file).html") }
        }

        let page2 = book.appending(path: "Sources/Chapters/Averages/Sampling/Sampling+Page.swift")
        let text = try String(contentsOf: page2, encoding: .utf8)
        try text.replacing("equals: -0.5", with: "equals: -0.6").write(to: page2, atomically: true, encoding: .utf8)
        #expect(try run(program, "new", "section", "second-section", "--study", "others", in: book).code == 0)
        #expect(try run(program, "new", "study", "second-section/more", in: book).code == 0)
        let grown = try run("swift", "build", in: book)
        try #require(grown.code == 0, "\(grown.output)")
        let listed = try run(program, "list", "second-section", in: book)
        #expect(listed.output.contains("second-section/others:") && listed.output.contains("second-section/more:"))
        let failed = try run(program, "build", "--format", "html", in: book)
        #expect(failed.code == 1)
        #expect(failed.output.contains("averages-sampling"), "\(failed.output)")
    }

    @Test(arguments: [
        ("new book Trial --regbook .", "'Trial' is no name here."),
        ("new book trial --regbook nowhere", "'nowhere' holds no Package.swift."),
        ("new section dice", "'dice' exists already"), ("new study dice", "'dice' is no name here."),
        ("new study nothing/more", "Unknown section 'nothing'."),
    ])
    func refusesWhatCannotBe(line: String, message: String) async throws {
        let book = try FixtureFolder()
        let before = try book.besidesOutput()
        let outcome = await book.runWords(line)
        #expect(outcome.code != 0)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(try book.besidesOutput() == before)
    }

    /// Where the marks are gone, the lines are told.
    @Test func tellsTheLinesThatItCannotPlace() async throws {
        let book = try FixtureFolder()
        let outcome = await book.runWords("new section third --study first")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Add to Package.swift: \"Third\",\n"))
        #expect(outcome.output.contains("(3, ThirdSection.self),\n"))
        #expect(
            try book.text(of: "Sources/Chapters/Third/First/First.swift").contains("public struct First: Experiment"))
    }
}

/// The page about a first book quotes what a new book holds.
struct FirstBookTests {
    @Test func quotesTheFilesOfANewBook() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/first-book.md"), encoding: .utf8)
        let book = try FixtureFolder()
        #expect(await book.runWords("new section averages --study sampling").code == 0)
        let files = try book.tree("Sources").merging(try book.tree("templates")) { first, _ in first }.values
            .map { String(decoding: $0, as: UTF8.self) }
        let quotes = text.matches(of: /```(?:swift|markdown)\n((?:.|\n)*?)```/).map { String($0.1) }
        #expect(quotes.count == 5)
        for quote in quotes { #expect(files.contains { $0.contains(quote.trimmingSuffix { $0 == "\n" }) }, "\(quote)") }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isLeftOut: (Character) -> Bool) -> String {
        String(reversed().drop(while: isLeftOut).reversed())
    }
}
