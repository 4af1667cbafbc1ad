import Foundation
import Testing

/// Whatever is done to a book, its store and its builds: nothing is lost, nothing traps or hangs, and what is wrong is said.
@Suite(.serialized)
struct HostileTests {
    private let book: FixtureFolder
    private static let build = "build --format html --quiet"

    init() throws { book = try FixtureFolder() }

    private func path(_ name: String) -> String { book.root.appending(path: name).path(percentEncoded: false) }

    private func run(_ line: String) throws -> WatchedProcess {
        try WatchedProcess(
            [FixtureProcess.program("fixture-book")] + line.split(separator: " ").map(String.init), in: book.root)
    }

    private func files(below folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder)).map { "\(folder)/\($0)" }.filter(isRegular)
            .sorted()
    }

    private func isRegular(_ name: String) -> Bool {
        var status = stat()
        return lstat(path(name), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// A kill just before each change that a build makes to the disk, with nothing stored and where a report stands.
    @Test(arguments: [true, false])
    func killsAtEveryChange(isCold: Bool) throws {
        var trees: [[String: Data]] = []
        var changes = 0
        for version in [0, 1, 0, 1] {
            try book.write("Version \(version).\n", to: "templates/index.md")
            if isCold { try book.remove(".regbook") }
            let end = try FixtureProcess(in: book, Self.build, disturbance: FixtureProcess.Disturbance.none).wait()
            #expect(end.code == 0)
            changes = max(changes, end.changes)
            trees.append(try book.timelessTree())
        }
        var killed = 0
        let places = Hostility.sample(Array(1...changes), 12)
        for (number, change) in places.enumerated() {
            let version = number % 2
            if isCold { try book.remove(".regbook") }
            try book.write("Version \(version).\n", to: "templates/index.md")
            let end = try FixtureProcess(in: book, Self.build, disturbance: .kill(at: change)).wait()
            if end.code == -SIGKILL { killed += 1 }
            #expect(trees.contains(try book.timelessTree()), "killed at \(change)")
            let next = try run(Self.build)
            #expect(next.code == 0, "after a kill at \(change): \(next.errors)")
            #expect(try book.timelessTree() == trees[version], "after a kill at \(change)")
        }
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
        Hostility.tell(
            "kills, \(isCold ? "nothing stored" : "a report stands")", tried: places.count, ["killed": killed])
    }

    /// Each file of the store: a byte flipped, cut, emptied, longer, another's contents, a link.
    @Test func everyStoreEntryDamaged() throws {
        #expect(try run(Self.build).code == 0)
        let whole = try book.timelessTree()
        let entries = try files(below: ".regbook")
        let damages = ["flipped", "cut", "empty", "longer", "another's", "link"]
        let cases = Hostility.sample(entries.flatMap { entry in damages.map { (entry, $0) } }, 30)
        var named = 0
        for (entry, damage) in cases {
            let file = URL(filePath: path(entry))
            let data = try Data(contentsOf: file)
            switch damage {
            case "flipped":
                var flipped = data
                if !flipped.isEmpty { flipped[flipped.count / 2] ^= 0x10 }
                try flipped.write(to: file)
            case "cut": try data.prefix(data.count / 2).write(to: file)
            case "empty": try Data().write(to: file)
            case "longer": try (data + data).write(to: file)
            case "another's":
                try Data(contentsOf: URL(filePath: path(entries[0] == entry ? entries[1] : entries[0]))).write(to: file)
            default:
                unlink(path(entry))
                symlink("/dev/zero", path(entry))
            }
            try book.remove("output")
            let outcome = try run(Self.build)
            #expect(
                outcome.fault() == nil && outcome.code == 0, "\(entry) \(damage): \(outcome.fault() ?? outcome.errors)")
            if outcome.errors.contains("is damaged") { named += 1 }
            #expect(try book.timelessTree() == whole, "\(entry) \(damage)")
            if !isRegular(entry) {
                unlink(path(entry))
                try data.write(to: file)
            }
        }
        Hostility.tell("damaged files of the store", tried: cases.count, ["named": named])
    }

    /// Each file that a build reads, replaced by each of twenty odd things; with it back, all is as it was.
    @Test func everyFileReplacedByOddThings() throws {
        try book.write("[]\n", to: "Sources/Extra.swift")
        let stability = try run("stability --seeds 1-2")
        #expect(stability.code == 0, "\(stability.errors)")
        #expect(try run(Self.build).code == 0)
        let whole = try book.timelessTree()
        let names = try ["regbook.yml"] + files(below: "templates") + files(below: "records") + files(below: "Sources")
        let cases = Hostility.sample(names.flatMap { name in OddThing.allCases.map { (name, $0) } }, 60)
        var outcomes: [String: Int] = [:]
        for (name, thing) in cases {
            let data = try Data(contentsOf: URL(filePath: path(name)))
            try thing.put(at: path(name), insteadOf: data)
            for command in [Self.build, "why dice"] {
                let outcome = try run(command)
                #expect(outcome.fault() == nil, "\(name) \(thing), \(command): \(outcome.fault() ?? "")")
                outcomes[outcome.code == 0 ? "built" : "refused", default: 0] += 1
            }
            #expect(book.exists("output/index.html"), "\(name) \(thing)")
            _ = Glibc.remove(path(name))
            try data.write(to: URL(filePath: path(name)))
            let next = try run(Self.build)
            #expect(next.code == 0, "after \(name) \(thing): \(next.errors)")
            #expect(try book.timelessTree() == whole, "after \(name) \(thing)")
        }
        Hostility.tell("odd things in place of files", tried: cases.count, outcomes)
    }

    /// Each file of the report replaced by odd things: it is made again, or the build says why it won't touch the folder.
    @Test func everyFileOfTheReportReplaced() throws {
        #expect(try run(Self.build).code == 0)
        let whole = try book.timelessTree()
        let names = try files(below: "output").filter { !$0.contains("/katex/") && !$0.contains("/fonts/") }
        let cases = Hostility.sample(names.flatMap { name in OddThing.allCases.map { (name, $0) } }, 30)
        var outcomes: [String: Int] = [:]
        for (name, thing) in cases {
            let data = try Data(contentsOf: URL(filePath: path(name)))
            try thing.put(at: path(name), insteadOf: data)
            let outcome = try run(Self.build)
            #expect(outcome.fault() == nil, "\(name) \(thing): \(outcome.fault() ?? "")")
            outcomes[outcome.code == 0 ? "made again" : "refused", default: 0] += 1
            if outcome.code != 0 { try book.remove("output") }
            #expect(try run(Self.build).code == 0, "after \(name) \(thing)")
            #expect(try book.timelessTree() == whole, "after \(name) \(thing)")
        }
        Hostility.tell("odd things in place of the report's files", tried: cases.count, outcomes)
    }
}
