import BookTool
import Foundation
import Testing

/// Books of somebody else's. They share a folder of what is compiled: one that is left from an earlier run saves minutes.
struct NewBookTests {
    private static let regbook = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL
    private static let scratch = regbook.appending(path: ".build/books").path(percentEncoded: false)

    private struct Outcome {
        let code: Int32
        let output: String
    }

    /// Runs a program in `folder`; what it says on both its outputs.
    private func run(_ words: [String], in folder: URL) throws -> Outcome {
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

    private func run(_ words: String..., in folder: URL) throws -> Outcome { try run(words, in: folder) }

    private func temporary() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "author-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Compiles the package in `folder` without a warning.
    private func compile(_ folder: URL, _ options: String...) throws {
        let compiled = try run(["swift", "build", "--scratch-path", Self.scratch] + options, in: folder)
        try #require(compiled.code == 0, "\(compiled.output)")
        #expect(!compiled.output.contains("warning:"), "\(compiled.output)")
    }

    /// It builds, its report says what was measured, sections and studies are added, and its claim can fail.
    @Test func buildsGrowsAndCanFail() throws {
        let folder = try temporary()
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let made = try run(
            FixtureProcess.program("fixture-book"), "new", "book", "trial", "--from",
            Self.regbook.path(percentEncoded: false),
            in: folder)
        #expect(made.code == 0, "\(made.output)")
        let book = folder.appending(path: "trial")
        let program = "\(Self.scratch)/debug/trial"

        try compile(book)
        let built = try run(program, "build", "--format", "html", in: book)
        #expect(built.code == 0, "\(built.output)")
        #expect(!built.output.contains("warning:"), "\(built.output)")
        let page = try String(contentsOf: book.appending(path: "output/averages.html"), encoding: .utf8)
        #expect(page.contains("The slope is") && page.contains("means of each size"))
        // Nothing in it speaks of another book: pages, the help of every command, the report on what is installed.
        var said = try ["index", "averages", "evidence", "about"].map {
            try String(contentsOf: book.appending(path: "output/\($0).html"), encoding: .utf8)
        }
        for command in [["--experimental-dump-help"], ["doctor"], ["data"], ["build", "--only", "nothing"]] {
            said.append(try run([program] + command, in: book).output)
        }
        #expect(said[4].contains("\"commandName\" : \"serve\""))
        for text in said {
            for word in ["regbook", "draft", "MNIST", "mnist", "errata"] {
                for line in text.split(separator: "\n") where line.contains(word) { Issue.record("\(word): \(line)") }
            }
        }

        let page2 = book.appending(path: "Sources/Chapters/Averages/Sampling/Sampling+Page.swift")
        let text = try String(contentsOf: page2, encoding: .utf8)
        try text.replacing("equals: -0.5", with: "equals: -0.6").write(to: page2, atomically: true, encoding: .utf8)
        #expect(try run(program, "new", "section", "second-section", in: book).code == 0)
        #expect(try run(program, "new", "study", "second-section/more", in: book).code == 0)
        // Each study has a test of its own, also where two sections have studies of one name.
        try compile(book, "--build-tests")
        let listed = try run(program, "list", "second-section", in: book)
        #expect(listed.output.contains("second-section/sampling:") && listed.output.contains("second-section/more:"))
        let failed = try run(program, "build", "--format", "html", in: book)
        #expect(failed.code == 1)
        #expect(failed.output.contains("averages-sampling"), "\(failed.output)")
    }

    /// The books that come with the tool: their tests pass, and their reports are made without a warning or a surprise.
    @Test(arguments: ["interpolation", "tides"])
    func theExamplesAreBuilt(name: String) throws {
        let folder = try temporary()
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let example = Self.regbook.appending(path: "Examples/\(name)")
        try compile(example)
        let tested = try run("swift", "test", "--scratch-path", Self.scratch, in: example)
        #expect(tested.code == 0, "\(tested.output)")
        for part in ["templates", "data", "\(name).yml"] {
            let source = example.appending(path: part)
            guard FileManager.default.fileExists(atPath: source.path(percentEncoded: false)) else { continue }
            try FileManager.default.copyItem(at: source, to: folder.appending(path: part))
        }
        let built = try run("\(Self.scratch)/debug/\(name)", "build", "--strict", in: folder)
        #expect(built.code == 0, "\(built.output)")
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "output/\(name).pdf").path))
    }

    /// A package that holds nothing but what the README shows draws a figure.
    @Test func plotsAloneDrawAFigure() throws {
        let folder = try temporary()
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let text = try String(contentsOf: Self.regbook.appending(path: "README.md"), encoding: .utf8)
        let part = try #require(text.firstMatch(of: #/\n## Plots alone\n((?:.|\n)*?)\n## /#)).1
        let blocks = part.matches(of: /```swift\n((?:.|\n)*?)```/).map { String($0.1) }
        try #require(blocks.count == 2)
        let manifest = blocks[0].replacing(
            "\"../regbook\"", with: Self.regbook.path(percentEncoded: false).debugDescription)
        #expect(manifest != blocks[0])
        try FileManager.default.createDirectory(
            at: folder.appending(path: "Sources/figure"), withIntermediateDirectories: true)
        try Data(manifest.utf8).write(to: folder.appending(path: "Package.swift"))
        try Data(blocks[1].utf8).write(to: folder.appending(path: "Sources/figure/main.swift"))
        try compile(folder)
        let drawn = try run("\(Self.scratch)/debug/figure", in: folder)
        #expect(drawn.code == 0, "\(drawn.output)")
        #expect(try String(contentsOf: folder.appending(path: "loss.svg"), encoding: .utf8).contains("</svg>"))
    }

    @Test(arguments: [
        ("new book Trial --from .", "'Trial' can't be a name."),
        ("new book trial --from nowhere", "'nowhere' holds no Package.swift."),
        ("new section dice", "'dice' exists already"), ("new study dice", "'dice' names no study."),
        ("new study nothing/more", "Unknown section 'nothing'."),
        ("new section statistics", "'statistics' is taken by the module Statistics. Choose another name"),
        ("new section evidence", "'evidence' is taken by a page of every report. Choose another name"),
        ("new book regbook --from .", "'regbook' is taken by the module regbook. Choose another name"),
    ])
    func refusesWhatCannotBe(line: String, message: String) async throws {
        let book = try FixtureFolder()
        let before = try book.besidesOutput()
        let outcome = await book.runWords(line)
        #expect(outcome.code != 0)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(try book.besidesOutput() == before)
    }

    /// Every name of this package's targets, those of its tests aside.
    @Test func namesOfThisPackageAreTaken() throws {
        let said = try run("swift", "package", "dump-package", "--scratch-path", Self.scratch, in: Self.regbook).output
        let json = try #require(said.firstIndex(of: "{").map { said[$0...] })
        let package = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let targets = try #require(package["targets"] as? [[String: Any]])
        let names = targets.filter {
            ($0["path"] as? String)?.hasPrefix("Tests/") != true && $0["type"] as? String != "test"
        }
        .compactMap { $0["name"] as? String }
        #expect(names.count > 40)
        for name in names { #expect(TakenNames.modules.contains(name), "\(name)") }
    }

    /// A section is added to the last chapter that has a mark.
    @Test func aSectionGoesToTheLastChapter() async throws {
        let book = try FixtureFolder()
        let mark = "// new sections stand above this line"
        let main = "Sources/regbook/main.swift"
        try book.write("first\n    \(mark)\nsecond\n    \(mark)\n", to: main)
        #expect(await book.runWords("new section third --study first").code == 0)
        #expect(
            try book.text(of: main) == "first\n    \(mark)\nsecond\n    (3, ThirdSection.self),\n    \(mark)\n")
    }

    /// What can't be written whole is not begun.
    @Test(arguments: ["Tests", "Sources/Chapters/Third", "Sources/regbook/main.swift.new"])
    func aSectionThatCannotBeWrittenLeavesNothing(inTheWay: String) async throws {
        let book = try FixtureFolder()
        try book.write("// new sections stand above this line\n", to: "Sources/regbook/main.swift")
        try book.write("This file is in the way.\n", to: inTheWay)
        let before = try book.tree("")
        let outcome = await book.runWords("new section third --study first")
        #expect(outcome.code != 0)
        #expect(outcome.errors.hasPrefix("error: "), "\(outcome.errors)")
        #expect(try book.tree("") == before)
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
