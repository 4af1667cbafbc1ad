import FixtureBook
import Foundation
import Hashing
import Notebook
import Testing

/// Tables that a book declares: read, checked, and part of the keys of the studies that read them.
struct DataSetTests {
    private static let low = FixtureBook.lowLevels
    private static let high = "hour,level\n0,7\n1,3\n"

    private func folder(_ table: DataSet?, holding text: String?) throws -> FixtureFolder {
        let folder = try FixtureFolder(book: FixtureBook.tides(table))
        try folder.write("The highest is {{highest|digits 3}}.\n\n[](claim:T-1)\n", to: "templates/tides.md")
        if let text { try folder.write(text, to: "data/tides/tides.csv") }
        return folder
    }

    @Test func aStudyReadsATableOfTheBook() async throws {
        let book = try folder(FixtureBook.levels(Self.low), holding: Self.low)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try book.text(of: "output/tides.html").contains("2.25"))
        let about = try book.text(of: "output/about.html")
        #expect(about.contains("Tides at Brest (public domain)") && about.contains(Digest(of: Self.low).hex))
        #expect(await book.runWords("build --format html").output.hasPrefix("Nothing has changed."))
    }

    /// Another table makes the results of its reader stale, and of no other study.
    @Test func theChecksumIsInTheKeyOfItsReaderOnly() async throws {
        let book = try folder(FixtureBook.levels(Self.low), holding: Self.low)
        #expect(await book.runWords("build --format html").code == 0)
        let before = try book.tree(".tidebook/results").keys
        let later = try folder(FixtureBook.levels(Self.high), holding: Self.high)
        try FileManager.default.copyItem(
            at: book.root.appending(path: ".tidebook"), to: later.root.appending(path: ".tidebook"))
        let why = await later.runWords("why tides")
        #expect(why.output == "tides: changed: the table tides: it is measured again.\n")
        #expect(await later.runWords("why dice").output.contains("nothing has changed"))
        #expect(await later.runWords("build --format html").code == 0)
        let page = try later.text(of: "output/tides.html").replacing(/<[^>]*>/, with: "")
        #expect(page.contains("The highest is 7"))
        #expect(try later.tree(".tidebook/results").count == before.count + 1)
    }

    @Test func aMissingTableIsTold() async throws {
        let book = try folder(FixtureBook.levels(Self.low), holding: nil)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix("error: '"))
        #expect(
            outcome.errors.hasSuffix("/data/tides/tides.csv' is missing. It comes with the book: put it back.\n"),
            "\(outcome.errors)")
        let data = await book.runWords("data")
        #expect(data.code == 1)
        #expect(
            data.output == """
                tides  Tides at Brest; public domain
                  missing  tides.csv; it comes with the book: put it back

                """)
    }

    @Test func aDamagedTableIsTold() async throws {
        let book = try folder(FixtureBook.levels(Self.low), holding: Self.high)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors.hasSuffix(
                "/data/tides/tides.csv' is not the file that the book declares: its SHA-256 is \(Digest(of: Self.high).hex), "
                    + "not \(Digest(of: Self.low).hex). It comes with the book: put it back, or declare the new checksum in "
                    + "the book.\n"), "\(outcome.errors)")
        #expect(!book.exists("output"))
        let data = await book.runWords("data check")
        #expect(data.code == 1)
        #expect(data.output.contains("  damaged  tides.csv\n") && data.errors.contains("its SHA-256 is"))
    }

    @Test func whatCanBeFetchedIsFetched() async throws {
        let server = try LoopbackServer { _ in .init(body: Data(Self.low.utf8)) }
        defer { server.stop() }
        let book = try folder(FixtureBook.levels(Self.low, addresses: [server.address]), holding: nil)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasSuffix("is missing. 'tidebook data fetch tides' fetches it.\n"), "\(outcome.errors)")
        let fetched = await book.runWords("data fetch tides")
        #expect(fetched.code == 0, "\(fetched.errors)")
        #expect(server.requests.map(\.path) == ["/tides.csv"])
        #expect(await book.runWords("data").output.contains("  there    tides.csv\n"))
        #expect(await book.runWords("build --format html").code == 0)
    }

    @Test(arguments: [
        ("hour\n0\n", "tides.csv has no column 'level'. It has 'hour'."),
        ("level\nhigh\n", "tides.csv, line 2: 'high' in the column 'level' is no finite number."),
        ("level\n1\n\nnan\n", "tides.csv, line 4: 'nan' in the column 'level' is no finite number."),
        ("level,level\n1,2\n", "tides.csv: two columns are called 'level'."),
        ("level\n1,2\n", "tides.csv, line 2: 2 fields, where there are 1 columns."),
        ("level\n\"1\n", "tides.csv: the quotation mark in line 2 is never closed."),
        ("", "the line of the columns' names"),
    ])
    func whatIsWrongInATableIsTold(text: String, message: String) async throws {
        let book = try folder(FixtureBook.levels(text), holding: text)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func anUndeclaredTableIsTold() async throws {
        let book = try folder(nil, holding: nil)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors == "error: The study 'tides' reads the table 'tides', which the book does not declare. "
                + "Add it to the book's 'data'.\n")
        #expect(await book.runWords("data").output == "This book reads no data.\n")
        let images = await book.runWords("build --data somewhere")
        #expect(images.errors == "error: This book reads no images. Leave out --data.\n" && images.code == 64)
    }

    /// A book about tides says nothing of this project's own book.
    @Test func nothingSpeaksOfAnotherBook() async throws {
        let book = try folder(FixtureBook.levels(Self.low), holding: Self.low)
        var said = ""
        let commands = [
            "build --format html", "list --verbose", "why tides", "run tides", "data", "clean", "eject", "diff",
            "doctor",
            "build --only nothing", "build --profile none", "keep", "data fetch tides", "data fetch other",
            "stability --seeds x",
            "--help", "build --help", "serve --help", "list --help", "run --help", "why --help", "diff --help",
            "keep --help",
            "stability --help", "clean --help", "data --help", "data check --help", "data fetch --help", "new --help",
            "new book --help", "new section --help", "new study --help", "eject --help", "doctor --help", "--version",
            "--generate-completion-script bash",
        ]
        for command in commands {
            let outcome = await book.runWords(command)
            said += "\n$ \(command)\n" + outcome.output + outcome.errors
        }
        try book.write("seed: many\n", to: "tidebook.yml")
        said += await book.runWords("build").errors
        for (path, data) in try book.tree("output") where path.hasSuffix(".html") || path.hasSuffix(".json") {
            said += "\n$ \(path)\n" + String(decoding: data, as: UTF8.self)
        }
        for word in ["regbook", "MNIST", "mnist", "draft", "this chapter", "the chapter", "a chapter"] {
            for line in said.split(separator: "\n") where line.contains(word) && !line.contains("/regbook-tests-") {
                Issue.record("\(word): \(line)")
            }
        }
    }
}
