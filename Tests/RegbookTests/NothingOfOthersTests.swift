import Build
import Foundation
import Testing

/// What no build has written is never changed by one, and what an earlier one left never stops the next.
struct NothingOfOthersTests {
    private let book: FixtureFolder
    private static let build = "build --format html --quiet"

    init() throws { book = try FixtureFolder() }

    /// Makes the next build have something to do.
    private func edit(_ word: String) throws { try book.write("\(word).\n", to: "templates/index.md") }

    private func path(_ name: String) -> String { book.root.appending(path: name).path(percentEncoded: false) }

    private func first(in folder: String) throws -> String {
        "\(folder)/" + (try #require(try FileManager.default.contentsOfDirectory(atPath: path(folder)).first))
    }

    @Test func aReadersOwnFilesStandInEveryReport() async throws {
        #expect(await book.runWords(Self.build).code == 0)
        try book.write("example.org\n", to: "output/CNAME")
        try book.write("notes", to: "output/own/deep/notes.txt")
        try FileManager.default.createDirectory(atPath: path("output/own/empty"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path("output/link"), withDestinationPath: "/nowhere")
        for word in ["One", "Two", "Three"] {
            try edit(word)
            #expect(await book.runWords(Self.build).code == 0)
            #expect(try book.text(of: "output/CNAME") == "example.org\n")
            #expect(try book.text(of: "output/own/deep/notes.txt") == "notes")
            #expect(book.exists("output/own/empty"))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("output/link")) == "/nowhere")
        }
        #expect(await book.runWords("build --format html").output.hasPrefix("Nothing has changed.\n"))
    }

    /// A file of the report that is gone from the next one is no reader's.
    @Test func aFileOfTheLastReportGoes() async throws {
        #expect(await book.runWords("build --format html,epub --quiet").code == 0)
        #expect(book.exists("output/regbook.epub"))
        #expect(await book.runWords(Self.build).code == 0)
        #expect(!book.exists("output/regbook.epub"))
    }

    @Test func anOwnFileInTheReportsPlaceIsNamed() async throws {
        #expect(await book.runWords(Self.build).code == 0)
        try book.write("mine", to: "output/regbook.epub")
        let outcome = await book.runWords("build --format html,epub --quiet")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors.hasSuffix(
                "/output/regbook.epub', which no build wrote, and the report has a file of that name. "
                    + "Move it away and build again.\n"))
        #expect(try book.text(of: "output/regbook.epub") == "mine")
    }

    /// Names are bytes, not all of them text.
    @Test func aNameThatIsNoTextStopsNoBuild() async throws {
        #expect(await book.runWords(Self.build).code == 0)
        let name = (Array(path("output/bad").utf8) + [0xFF, 0]).map { CChar(bitPattern: $0) }
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        #expect(file >= 0)
        close(file)
        for word in ["One", "Two", "Three", "Four"] {
            try edit(word)
            let outcome = await book.runWords(Self.build)
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        }
        #expect(access(name, F_OK) == 0, "and it is carried over")
    }

    @Test(arguments: ["{\"name\":\"webpack\"}", "{}", "", "{\"key\": \"0\", \"files\": []}"])
    func aForeignProjectIsNoReport(marker: String) async throws {
        try book.write(marker, to: "o6/build.json")
        try book.write("important", to: "o6/app.js")
        let outcome = await book.runWords("\(Self.build) --output o6")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("is not the record that a build of this version leaves"))
        #expect(try book.text(of: "o6/app.js") == "important")
    }

    /// A link in the store leads nowhere that a build would change.
    @Test func linksInTheStoreAreNeverFollowed() async throws {
        for word in ["One", "Two"] {
            try edit(word)
            #expect(await book.runWords(Self.build).code == 0)
        }
        let victims = ["previous", "temporary", "results", "items", "products", "notes"]
        for name in victims { try book.write("precious", to: "victims/\(name)/sub/file") }
        let report = try first(in: ".regbook/previous")
        try book.write("precious", to: "victims/report/sub/file")
        try FileManager.default.removeItem(atPath: path(report))
        try FileManager.default.createSymbolicLink(atPath: path(report), withDestinationPath: path("victims/report"))
        try edit("Three")
        #expect(await book.runWords(Self.build).code == 0)
        for name in victims {
            let folder = path(".regbook/\(name)")
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: path("victims/\(name)"))
            setOld(path("victims/\(name)/sub"))
        }
        try edit("Four")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("was no folder of the store's own and has been removed"))
        #expect(await book.runWords("clean --all").code == 0)
        for name in victims + ["report"] {
            #expect(try book.text(of: "victims/\(name)/sub/file") == "precious")
            #expect(try FileManager.default.contentsOfDirectory(atPath: path("victims/\(name)")) == ["sub"])
        }
    }

    private func setOld(_ path: String) {
        var times = [timeval(tv_sec: 1000, tv_usec: 0), timeval(tv_sec: 1000, tv_usec: 0)]
        utimes(path, &times)
    }

    /// What lies in an entry's place and is none is named and made again.
    @Test func oddThingsInTheStoreAreMadeAgain() async throws {
        #expect(await book.runWords(Self.build).code == 0)
        let whole = try book.tree("output").filter { $0.key != "about.html" }
        let store = path(".regbook/results")
        let entries = try FileManager.default.subpathsOfDirectory(atPath: store).filter { $0.contains("/") }
        for (number, entry) in entries.enumerated() {
            let file = "\(store)/\(entry)"
            try FileManager.default.removeItem(atPath: file)
            switch number % 3 {
            case 0: #expect(mkfifo(file, 0o644) == 0)
            case 1: try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
            default: try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/zero")
            }
        }
        try book.remove("output")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("is damaged"))
        #expect(try book.tree("output").filter { $0.key != "about.html" } == whole)
    }

    @Test(arguments: ["nan", "inf", "-inf"])
    func clean(days: String) async throws {
        #expect(await book.runWords(Self.build).code == 0)
        let outcome = await book.runWords("clean --older-than=\(days)")
        #expect(outcome.errors == "error: --older-than \(days) must be a number of days of at least 0.\n")
        #expect(outcome.code == 64)
        #expect(try book.storedItems() == 4)
    }

    @Test func cleanKnowsReplacedReports() async throws {
        for output in ["out1", "out2"] {
            for word in ["One", "Two"] {
                try edit(word)
                #expect(await book.runWords("\(Self.build) --output \(output)").code == 0)
            }
        }
        #expect(await book.runWords("clean").output.contains("replaced reports: 2, "))
        for output in ["out1", "out2"] { try book.remove(output) }
        #expect(await book.runWords("clean --all").code == 0)
        #expect(await book.runWords("clean").output.contains("replaced reports: 0, "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: path(".regbook/previous")).isEmpty)
    }

    @Test(arguments: ["templates/report", "Sources", "records/x", ".regbook/output", ".git/pages"])
    func anOutputAmongTheSourcesIsRefused(output: String) async throws {
        let outcome = await book.runWords("\(Self.build) --output \(output)")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("would replace the book's own sources, or lie among them."))
        #expect(!book.exists(output))
    }
}
