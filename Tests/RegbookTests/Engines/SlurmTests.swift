import FixtureBook
import Foundation
import Testing

/// Builds whose items a real Slurm computes, whatever is killed, refused or done twice meanwhile.
@Suite(.serialized, .enabled(if: SlurmCluster.isInstalled, Comment(rawValue: SlurmCluster.absence)))
struct SlurmTests {
    private let book: FixtureFolder

    init() throws {
        book = try FixtureFolder()
        try configure()
    }

    private func configure(_ lines: String = "") throws {
        try book.write("seed: 1\nengine:\n  name: slurm\n  batch-seconds: 20\n\(lines)", to: "regbook.yml")
    }

    private func build(_ words: String, on cluster: SlurmCluster) throws -> FixtureProcess {
        try FixtureProcess(in: book, "build --format html --only dice \(words)", shell: cluster.exports)
    }

    private var items: [String: Data] {
        get throws { book.exists(".regbook/items") ? try book.tree(".regbook/items") : [:] }
    }

    /// The items that a build of its own stores.
    private func localItems(_ words: String) async throws -> [String: Data] {
        let other = try FixtureFolder()
        #expect(await other.runWords("build --format html --only dice \(words)").code == 0)
        return try other.tree(".regbook/items")
    }

    private func wait(until condition: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try !condition() {
            try #require(ContinuousClock.now < deadline, "nothing came of it in two minutes")
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func rounds() throws -> [String] {
        guard book.exists(".regbook/rounds") else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: book.root.appending(path: ".regbook/rounds").path)
            .filter { $0.hasSuffix("/items.json") }
    }

    /// Whether some worker has begun an item.
    private var hasBegun: Bool {
        get throws {
            guard book.exists(".regbook/rounds") else { return false }
            return try FileManager.default.subpathsOfDirectory(
                atPath: book.root.appending(path: ".regbook/rounds").path
            ).contains { $0.hasSuffix(".journal") }
        }
    }

    /// A file that all throws but the first wait for.
    private var gate: String { book.root.appending(path: "go").path(percentEncoded: false) }

    @Test func aBuildOnSlurmStoresWhatALocalOneStores() async throws {
        let cluster = try SlurmCluster()
        let words = "--set dice.throws=1000 dice.sides=6"
        let end = try build(words, on: cluster).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(end.errors.contains("round 1: 1000 items in 100 batches for Slurm"))
        #expect(!end.errors.contains("round 2"))
        #expect(try items == (await localItems(words)))
        #expect(book.exists("output/index.html"))
        #expect(try rounds().isEmpty)
    }

    @Test func anItemThatAlwaysFailsIsToldAndTheRestIsDone() async throws {
        let cluster = try SlurmCluster()
        let end = try build("--set dice.throws=40 dice.failing=7", on: cluster).wait()
        #expect(end.code == 1)
        #expect(end.errors.contains("error: 1 item failed in three rounds, the rest is done:\n"))
        #expect(end.errors.contains("dice, throws: LostDie()"))
        #expect(end.errors.contains("round 3: 1 item in 1 batch") && !end.errors.contains("round 4"))
        let log = try #require(end.errors.firstMatch(of: /log: (\S+)/)?.1)
        #expect(try String(contentsOfFile: String(log), encoding: .utf8).contains("LostDie"))
        // A build without an engine stops at the first failure, so the rest is compared with one that has none.
        let (rest, local) = (try items, try await localItems("--set dice.throws=40"))
        #expect(rest.count == 39)
        #expect(rest == local.filter { rest.keys.contains($0.key) })
    }

    @Test(arguments: [
        ("  partition: nowhere\n", "invalid partition"),
        ("  flags: [--nodelist=nobody]\n", "node name"),
        ("  memory: 900G\n", "memory"),
        ("  array-limit: 900000\n", "array"),
    ])
    func aRefusalIsOneMessage(settings: String, word: String) async throws {
        let cluster = try SlurmCluster(nodes: 1)
        try configure(settings)
        // The last of them wants more tasks in an array than Slurm allows here.
        let end = try build("--set dice.throws=\(settings.contains("array") ? 10_500 : 20)", on: cluster).wait()
        #expect(end.code == 1)
        #expect(end.errors.contains("error: sbatch has refused the work:\n"))
        #expect(end.errors.lowercased().contains(word), "\(end.errors)")
        #expect(end.errors.contains("Mend 'engine:' in the settings"))
        #expect(try rounds().isEmpty)
    }

    @Test(
        .enabled(if: SlurmCluster.keepsAccounts, "needs slurmdbd and MariaDB: scripts/install-packages engines"),
        arguments: [true, false])
    func anAccountOrItsLimitIsARefusal(isLimit: Bool) async throws {
        let cluster = try SlurmCluster(nodes: 1)
        if isLimit {
            try cluster.ask("sacctmgr", "--immediate", "modify", "user", "root", "set", "MaxSubmitJobs=5")
        } else {
            try configure("  account: nobody\n")
        }
        let end = try build("--set dice.throws=100", on: cluster).wait()
        #expect(end.code == 1)
        #expect(end.errors.contains("error: sbatch has refused the work:\n"))
        #expect(end.errors.contains(isLimit ? "AssocMaxSubmitJobLimit" : "Invalid account"), "\(end.errors)")
        #expect(end.errors.contains("Mend 'engine:' in the settings"))
        #expect(try rounds().isEmpty && items.isEmpty)
        // What was refused leaves nothing behind that stands in the way.
        if isLimit {
            try cluster.ask("sacctmgr", "--immediate", "modify", "user", "root", "set", "MaxSubmitJobs=50")
        } else {
            try configure("  account: root\n")
        }
        let again = try build("--set dice.throws=100", on: cluster).wait()
        #expect(again.code == 0, "\(again.errors)")
        #expect(try items == (await localItems("--set dice.throws=100")))
    }

    @Test func twoDriversShareTheirJobs() async throws {
        let cluster = try SlurmCluster()
        let words = "--set dice.throws=60 dice.awaited=\(gate)"
        let drivers = try (0..<2).map { try build("\(words) --output output-\($0)", on: cluster) }
        try await wait { try hasBegun }
        #expect(try rounds().count == 1)
        let names = try cluster.ask("squeue", "--noheader", "--format=%j").split(separator: "\n")
        #expect(Set(names).count == 1)
        try book.write("", to: "go")
        for driver in drivers {
            let end = driver.wait()
            #expect(end.code == 0, "\(end.errors)")
        }
        #expect(try items == (await localItems(words)))
    }

    @Test func aDetachedBuildIsTakenUpAgain() async throws {
        let cluster = try SlurmCluster()
        let words = "--set dice.throws=60 dice.awaited=\(gate)"
        let detached = try build("\(words) --detach", on: cluster).wait()
        #expect(detached.code == 0, "\(detached.errors)")
        #expect(
            detached.output == "The jobs go on. The same build without --detach follows them and binds the report.\n")
        #expect(!book.exists("output"))
        let driver = try build(words, on: cluster)
        try await wait { try hasBegun }
        #expect(try rounds().count == 1)
        driver.send(SIGINT)
        let stopped = driver.wait()
        #expect(stopped.code == 128 + SIGINT)
        #expect(stopped.errors.contains("this goes on from here:\n"))
        #expect(try !cluster.ask("squeue", "--noheader").isEmpty)
        try book.write("", to: "go")
        let end = try build(words, on: cluster).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(!end.errors.contains("round 2"))
        #expect(try items == (await localItems(words)))
    }

    @Test func jobsThatVanishAreSubmittedAgain() async throws {
        let cluster = try SlurmCluster()
        let words = "--set dice.throws=60 dice.awaited=\(gate)"
        let driver = try build(words, on: cluster)
        try await wait { try hasBegun }
        try cluster.ask("scancel", "--user=root")
        try await wait { try rounds().count == 2 }
        try book.write("", to: "go")
        let end = driver.wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(try items == (await localItems(words)))
    }

    @Test func whateverIsKilledNothingIsLost() async throws {
        let cluster = try SlurmCluster()
        let diary = book.root.appending(path: "diary").path(percentEncoded: false)
        let words = "--set dice.throws=300 dice.awaited=\(gate) dice.diary=\(diary)"
        var driver = try build(words, on: cluster)
        try await wait { try hasBegun }
        driver.send(SIGKILL)
        #expect(driver.wait().code == -SIGKILL)
        try cluster.killController()
        driver = try build(words, on: cluster)
        try cluster.startController()
        if cluster.hasAccounting { try cluster.killAccounting() }
        try cluster.killNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=down", "reason=test")
        let workers = try cluster.ask("pgrep", "-f", "programs/.* work .*\(book.root.lastPathComponent)")
        let worker = try #require(workers.split(separator: "\n").last.flatMap { Int32($0) })
        kill(worker, SIGKILL)
        if cluster.hasAccounting { try cluster.startAccounting() }
        let inFlight = Set(try book.text(of: "diary").split(separator: "\n"))
        try book.write("", to: "go")
        try cluster.startNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=resume")
        let end = driver.wait()
        #expect(end.code == 0, "\(end.errors)")
        let begun = Dictionary(grouping: try book.text(of: "diary").split(separator: "\n")) { $0 }
        #expect(begun.count == 300)
        #expect(Set(begun.filter { $0.value.count > 1 }.keys).isSubset(of: inFlight))
        let local = try await localItems(words)
        #expect(try items == local)
    }

    @Test func aFullDiskOnOneNodeKeepsNothingFromTheOthers() async throws {
        let cluster = try SlurmCluster(nodes: 2)
        let disk = cluster.folder.appending(path: "spool/n1").path(percentEncoded: false)
        try cluster.ask("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", disk)
        defer { #expect(throws: Never.self) { try cluster.ask("umount", "--lazy", disk) } }
        try Data(count: 4096).write(to: URL(filePath: "\(disk)/full"))
        let end = try build("--set dice.throws=100", on: cluster).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(try cluster.ask("sinfo", "--noheader", "--nodes=n1", "--format=%T").hasPrefix("drain"))
        #expect(try items == (await localItems("--set dice.throws=100")))
    }

    @Test func aRebuiltProgramLeavesPendingTasksAlone() async throws {
        let cluster = try SlurmCluster(nodes: 1)
        let copy = book.root.appending(path: "program")
        try FileManager.default.copyItem(at: URL(filePath: FixtureProcess.program("fixture-book")), to: copy)
        let settings = "--set dice.throws=60 dice.awaited=\(gate)"
        let words = "build --format html --only dice \(settings)"
        let detached = try FixtureProcess(
            in: book, "", shell: "\(cluster.exports); exec ./program \(words) --detach"
        ).wait()
        #expect(detached.code == 0, "\(detached.errors)")
        try FileManager.default.removeItem(at: copy)
        try book.write("another program", to: "program")
        try book.write("", to: "go")
        let end = try FixtureProcess(in: book, words, shell: cluster.exports).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(!end.errors.contains("round 2"))
        #expect(try items == (await localItems(settings)))
    }

    @Test func aClockAheadChangesNothing() async throws {
        let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
        try #require(FileManager.default.fileExists(atPath: library))
        let cluster = try SlurmCluster()
        try configure("  flags: [\"--export=ALL,LD_PRELOAD=\(library),FAKETIME=+1h\"]\n")
        let end = try build("--set dice.throws=100", on: cluster).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(try items == (await localItems("--set dice.throws=100")))
    }
}
