import Foundation
import Testing

/// Whatever ends a build, the report is the last one or the next one, whole; and the next build makes it right.
@Suite(.serialized)
struct NothingLostTests {
    private let book: FixtureFolder
    private static let build = "build --format html"

    init() throws { book = try FixtureFolder() }

    /// The reports for two states of the prose, from undisturbed builds in a folder of their own.
    private static func references() async throws -> [[String: Data]] {
        let other = try FixtureFolder()
        var trees: [[String: Data]] = []
        for version in 0..<2 {
            try other.write("Version \(version).\n", to: "templates/index.md")
            #expect(await other.runWords(build).code == 0)
            trees.append(try other.timelessTree())
        }
        return trees
    }

    @Test func aKilledBuildLeavesAWholeReport() async throws {
        let references = try await Self.references()
        _ = await book.runWords(Self.build)
        try book.write("Version 0.\n", to: "templates/index.md")
        let start = ContinuousClock.now
        #expect(try FixtureProcess(in: book, Self.build).wait().code == 0)
        let span = (ContinuousClock.now - start) / .seconds(1)
        let kills = Int(ProcessInfo.processInfo.environment["REGBOOK_TEST_KILLS"] ?? "") ?? 12
        var interrupted = 0
        for number in 0..<kills {
            try book.write("Version \((number + 1) % 2).\n", to: "templates/index.md")
            if number % 4 == 0 { try book.remove(".regbook") }
            let process = try FixtureProcess(in: book, Self.build)
            try await Task.sleep(for: .seconds(1.1 * span * Double(number) / Double(kills)))
            process.send(SIGKILL)
            if process.wait().code == -SIGKILL { interrupted += 1 }
            #expect(references.contains(try book.timelessTree()), "after kill \(number)")
        }
        #expect(interrupted > 0)
        try book.write("Version 1.\n", to: "templates/index.md")
        #expect(try FixtureProcess(in: book, Self.build).wait().code == 0)
        #expect(try book.timelessTree() == references[1])
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aStoppedBuildSaysHowToGoOn(signal: Int32) async throws {
        let options = "build --format html --set dice.pause=200 dice.throws=50"
        let process = try FixtureProcess(in: book, options)
        while try book.storedItems() == 0 { try await Task.sleep(for: .milliseconds(20)) }
        process.send(signal)
        let (code, errors) = process.wait()
        #expect(code == 128 + signal)
        #expect(
            errors.hasSuffix(
                "\nStopped. What is done is kept; this goes on from here:\n    fixture-book \(options)\n"))
        #expect(!book.exists("output"))
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
        #expect(try book.storedItems() > 0)
    }

    @Test func aFileThatCannotGrowLeavesTheLastReport() async throws {
        let references = try await Self.references()
        try book.write("Version 0.\n", to: "templates/index.md")
        _ = await book.runWords(Self.build)
        try book.write("Version 1.\n", to: "templates/index.md")
        var failures = 0
        for blocks in [0, 1, 4, 16, 64] {
            try book.remove(".regbook")
            let process = try FixtureProcess(in: book, Self.build, shell: "trap '' XFSZ; ulimit -f \(blocks)")
            let (code, errors) = process.wait()
            if code != 0 {
                failures += 1
                #expect(code == 1)
                #expect(errors.contains("error: ") && errors.contains("File too large"), "\(errors)")
            }
            #expect(references.contains(try book.timelessTree()), "\(blocks) blocks")
        }
        #expect(failures > 1)
        #expect(try FixtureProcess(in: book, Self.build).wait().code == 0)
        #expect(try book.timelessTree() == references[1])
    }

    @Test func damagedEntriesAreNamedAndComputedAgain() async throws {
        _ = await book.runWords(Self.build)
        let whole = try book.timelessTree()
        var generator = SystemRandomNumberGenerator()
        let store = book.root.appending(path: ".regbook")
        for path in try FileManager.default.subpathsOfDirectory(atPath: store.path(percentEncoded: false)) {
            let file = store.appending(path: path)
            guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)), !data.isEmpty
            else {
                continue
            }
            var damaged = data
            let place = Int.random(in: 0..<data.count, using: &generator)
            if Bool.random(using: &generator) { damaged = data.prefix(place) } else { damaged[place] ^= 4 }
            try damaged.write(to: file)
        }
        try book.remove("output")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("is damaged (its checksum differs); computing it again."))
        #expect(try book.timelessTree() == whole)
    }

    @Test func aClockThatGoesBackChangesNothing() async throws {
        _ = await book.runWords(Self.build)
        for path in ["templates/dice.md", "regbook.yml", "output/dice.html"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 4_000_000_000)],
                ofItemAtPath: book.root.appending(path: path).path(percentEncoded: false))
        }
        #expect(await book.runWords(Self.build).output.hasPrefix("Nothing has changed.\n"))
        try book.write("Other.\n", to: "templates/index.md")
        #expect(await book.runWords(Self.build).code == 0)
        #expect(try book.text(of: "output/index.html").contains("Other."))
    }
}

extension FixtureFolder {
    func remove(_ path: String) throws {
        if exists(path) { try FileManager.default.removeItem(at: root.appending(path: path)) }
    }

    /// The output without the files that tell times.
    func timelessTree() throws -> [String: Data] {
        try tree("output").filter { $0.key != "about.html" }
    }

    /// How many items of maps are stored.
    func storedItems() throws -> Int {
        guard exists(".regbook/items") else { return 0 }
        let folder = root.appending(path: ".regbook/items").path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("/") }.count
    }
}
