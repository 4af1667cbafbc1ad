import CLinux
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

    /// Two hundred kills, spread evenly over all changes that a build makes to the disk, before the first of them and
    /// around the exchange included; between two of them nothing can be lost. The clock decides nothing here.
    @Test func aBuildKilledAnywhereLeavesAWholeReport() async throws {
        let references = try await Self.references()
        let kills = 200
        let cold = try changes(building: 1)
        // Once more, so that the warm build finds a report before the last one, as those below do.
        _ = try changes(building: 0)
        let warm = try changes(building: 1)
        var interrupted = 0
        for number in 0..<kills {
            let version = (number + 1) % 2
            let isCold = number % 4 < 2
            if isCold { try book.remove(".regbook") }
            try book.write("Version \(version).\n", to: "templates/index.md")
            let change = 1 + number * (isCold ? cold : warm) / kills
            let end = try FixtureProcess(in: book, Self.build, disturbance: .kill(at: change)).wait()
            if end.code == -SIGKILL { interrupted += 1 }
            #expect(references.contains(try reportLeft()), "killed at \(change)")
            let next = await book.runWords(Self.build)
            #expect(next.code == 0, "after a kill at \(change): \(next.errors)")
            #expect(try book.timelessTree() == references[version], "after a kill at \(change)")
        }
        // A build that met no other in the store makes a few changes fewer than the one that was counted.
        #expect(interrupted > kills * 9 / 10)
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    /// How many changes to the disk an undisturbed build of the `version` of the prose makes.
    private func changes(building version: Int) throws -> Int {
        try book.write("Version \(version).\n", to: "templates/index.md")
        let whole = try FixtureProcess(in: book, Self.build, disturbance: FixtureProcess.Disturbance.none).wait()
        #expect(whole.code == 0, "\(whole.errors)")
        #expect(whole.changes > 20)
        return whole.changes
    }

    /// The disk is full at each change in turn, and stays so; with nothing kept, and where most of the report stands.
    @Test(arguments: [true, false])
    func aDiskFullAtAnyWriteLeavesAWholeReport(isCold: Bool) async throws {
        let references = try await Self.references()
        let cold = try changes(building: 1)
        _ = try changes(building: 0)
        let warm = try changes(building: 1)
        for change in 1...(isCold ? cold : warm) {
            // Only a warm build looks at the report before the last one.
            for version in isCold ? [0] : [1, 0] {
                try book.write("Version \(version).\n", to: "templates/index.md")
                #expect(await book.runWords(Self.build).code == 0)
            }
            if isCold { try book.remove(".regbook") }
            try book.write("Version 1.\n", to: "templates/index.md")
            let end = try FixtureProcess(in: book, Self.build, disturbance: .fail(ENOSPC, from: change)).wait()
            let tree = try reportLeft()
            if end.code == 0 {
                #expect(tree == references[1], "full at \(change)")
            } else {
                #expect(end.code == 1, "full at \(change)")
                #expect(end.errors.contains("error: ") && tree == references[0], "full at \(change)")
            }
            if end.errors.contains("error: ") || end.errors.contains("warning: ") {
                #expect(end.errors.contains("No space left on device"), "full at \(change): \(end.errors)")
            }
            #expect(await book.runWords(Self.build).code == 0)
            #expect(try book.timelessTree() == references[1], "after full at \(change)")
        }
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aStoppedBuildSaysHowToGoOn(signal: Int32) async throws {
        let options = "build --format html --set dice.awaited=never dice.throws=50"
        let process = try FixtureProcess(in: book, options)
        while try book.storedItems() == 0 { try await Task.sleep(for: .milliseconds(20)) }
        process.send(signal)
        let end = process.wait()
        #expect(end.code == 128 + signal)
        let program = FixtureProcess.program("fixture-book")
        #expect(
            end.errors.hasSuffix(
                "\nStopped. Finished work is kept; this goes on from here:\n    \(program) \(options)\n"),
            "\(end.errors)")
        #expect(!book.exists("output"))
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
        #expect(try book.storedItems() > 0)
    }

    @Test func aReadOnlyDiskLeavesTheLastReport() async throws {
        _ = await book.runWords(Self.build)
        let before = try book.stamps(of: "output")
        let unchanged = try FixtureProcess(in: book, Self.build, disturbance: .fail(EROFS, from: 1)).wait()
        #expect(unchanged.code == 0, "nothing had to be written")
        try book.write("Other.\n", to: "templates/index.md")
        let changed = try FixtureProcess(in: book, Self.build, disturbance: .fail(EROFS, from: 1)).wait()
        #expect(changed.code == 1)
        #expect(changed.errors.hasPrefix("error: Can't create '"))
        #expect(
            changed.errors.hasSuffix("Read-only file system. Allow this user to write there, or name another folder.\n")
        )
        #expect(try book.stamps(of: "output") == before)
    }

    @Test func anOutputReplacedByAFileIsRefusedAndLeft() async throws {
        _ = await book.runWords(Self.build)
        try book.remove("output")
        try book.write("mine", to: "output")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("/output' is a file. Remove it, or name a folder with --output.\n"))
        #expect(try book.text(of: "output") == "mine")
        try book.remove("output")
        #expect(await book.runWords(Self.build).code == 0)
    }

    /// They vanish in the middle of a build: after its check, before its pages are made.
    @Test func vanishedTemplatesLeaveTheLastReport() async throws {
        _ = await book.runWords(Self.build)
        let before = try book.stamps(of: "output")
        let process = try FixtureProcess(in: book, "\(Self.build) --set dice.awaited=gone dice.throws=5 dice.sides=7")
        let items = try book.storedItems()
        while try book.storedItems() == items { try await Task.sleep(for: .milliseconds(10)) }
        let away = book.root.appending(path: "away")
        try FileManager.default.moveItem(at: book.root.appending(path: "templates"), to: away)
        try book.write("", to: "gone")
        let end = process.wait()
        #expect(end.code == 1)
        #expect(end.errors.hasSuffix("error: templates/index.md is missing\n"), "\(end.errors)")
        #expect(try book.stamps(of: "output") == before)
        let next = await book.runWords(Self.build)
        #expect(next.code == 1 && next.errors.contains("/templates/' is missing"))
        #expect(try book.stamps(of: "output") == before)
        try FileManager.default.moveItem(at: away, to: book.root.appending(path: "templates"))
        #expect(await book.runWords(Self.build).code == 0)
        #expect(try book.stamps(of: "output") == before, "nothing had changed")
    }

    /// A file system without locks and without the exchange of folders does as well, only not in one step.
    @Test func aPlainFileSystemIsEnough() async throws {
        let references = try await Self.references()
        for version in [0, 1, 0] {
            try book.write("Version \(version).\n", to: "templates/index.md")
            let end = try FixtureProcess(in: book, Self.build, disturbance: .plain).wait()
            #expect(end.code == 0, "\(end.errors)")
            #expect(try book.timelessTree() == references[version])
        }
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    /// There the output is replaced by two renames. A kill between them leaves the last report beside the output, and the next
    /// build puts it back before all else, also one that then fails.
    @Test func aKillBetweenTwoRenamesLeavesTheLastReportBesideTheOutput() async throws {
        let references = try await Self.references()
        for version in [0, 1, 0] {
            try book.write("Version \(version).\n", to: "templates/index.md")
            #expect(await book.runWords(Self.build).code == 0)
        }
        try book.write("Version 1.\n", to: "templates/index.md")
        let whole = try FixtureProcess(in: book, Self.build, disturbance: .plain).wait()
        #expect(whole.code == 0 && whole.changes > 20, "\(whole.errors)")
        var between = 0
        for number in 0..<whole.changes {
            let version = number % 2
            try book.write("Version \(version).\n", to: "templates/index.md")
            _ = try FixtureProcess(in: book, Self.build, disturbance: .killOnPlain(at: whole.changes - number)).wait()
            #expect(references.contains(try reportLeft(exchanging: false)), "killed at \(whole.changes - number)")
            if !book.exists("output") {
                between += 1
                try book.write("{{nothing}}\n", to: "templates/index.md")
                #expect(await book.runWords(Self.build).code == 1)
                #expect(try book.timelessTree() == references[1 - version])
                try book.write("Version \(version).\n", to: "templates/index.md")
            }
            #expect(await book.runWords(Self.build).code == 0)
            #expect(try book.timelessTree() == references[version])
        }
        #expect(between > 0)
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    /// The report that a kill has left: in the output or, where two folders can't be exchanged, between two renames beside it.
    private func reportLeft(exchanging: Bool? = nil) throws -> [String: Data] {
        if book.exists("output") { return try book.timelessTree() }
        #expect(try !(exchanging ?? book.exchangesFolders()), "no report stands in the output")
        let names = try FileManager.default.contentsOfDirectory(atPath: book.root.path(percentEncoded: false))
        let replaced = names.filter { $0.hasPrefix(".output.building-") && $0.hasSuffix(".old") }
        #expect(replaced.count == 1, "\(names)")
        return try book.tree(try #require(replaced.first)).filter { $0.key != "about.html" }
    }

    @Test func buildsAtOnceOnOneStoreDoNotHarmEachOther() async throws {
        let references = try await Self.references()
        try book.write("Version 1.\n", to: "templates/index.md")
        for round in 0..<5 {
            try book.remove(".regbook")
            let processes = try (0..<4).map { number in
                try FixtureProcess(in: book, "\(Self.build) --output \(number < 2 ? "output" : "other-\(number)")")
            }
            for process in processes {
                let end = process.wait()
                #expect(end.code == 0, "round \(round): \(end.errors)")
                #expect(!end.errors.contains("damaged"))
            }
            #expect(try book.timelessTree() == references[1])
            #expect(try book.tree("other-2").filter { $0.key != "about.html" } == references[1])
        }
        try book.remove("other-2")
        try book.remove("other-3")
        #expect(await book.runWords(Self.build).code == 0)
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
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

    /// Whether the file system exchanges two folders in one step.
    func exchangesFolders() throws -> Bool {
        let folders = ["exchanged-1", "exchanged-2"].map { root.appending(path: $0).path(percentEncoded: false) }
        for folder in folders {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        defer { for folder in folders { rmdir(folder) } }
        return linux_exchange(folders[0], folders[1]) == 0
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
