import FixtureBook
import Foundation
import Testing

/// Builds whose store lies on a network file system: each node sees it through a mount of its own, the driver through another.
@Suite(
    .serialized,
    .enabled(
        if: SlurmCluster.isInstalled && NetworkFolder.isMountable,
        Comment(rawValue: "\(SlurmCluster.absence); \(NetworkFolder.absence)")))
struct NetworkStoreTests {
    private func wait(until condition: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try !condition() {
            try #require(ContinuousClock.now < deadline, "nothing came of it in two minutes")
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test func whateverIsKilledNothingIsLost() async throws {
        let network = try NetworkFolder()
        try await killEverything(on: network)
        withExtendedLifetime(network) {}
    }

    /// The book and the cluster end before their file system does.
    private func killEverything(on network: NetworkFolder) async throws {
        let book = try FixtureFolder(in: network.client)
        try book.write("seed: 1\nengine:\n  name: slurm\n  batch-seconds: 20\n", to: "regbook.yml")
        let cluster = try SlurmCluster(setup: network.mount)
        let gate = book.root.appending(path: "go").path(percentEncoded: false)
        let diary = book.root.appending(path: "diary").path(percentEncoded: false)
        let words = "build --format html --only dice --set dice.throws=300 dice.awaited=\(gate) dice.diary=\(diary)"
        func driver() throws -> FixtureProcess { try FixtureProcess(in: book, words, shell: cluster.exports) }

        var process = try driver()
        try await wait { book.exists("diary") }
        process.send(SIGKILL)
        #expect(process.wait().code == -SIGKILL)
        try cluster.killController()
        // Two drivers claim the same rounds.
        process = try driver()
        let other = try FixtureProcess(in: book, "\(words) --output other", shell: cluster.exports)
        try cluster.startController()
        try cluster.killNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=down", "reason=test")
        let workers = try cluster.ask("pgrep", "-f", "programs/.* work .*\(book.root.lastPathComponent)")
        let worker = try #require(workers.split(separator: "\n").last.flatMap { Int32($0) })
        kill(worker, SIGKILL)
        try book.write("", to: "go")
        try cluster.startNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=resume")
        for driver in [process, other] {
            let end = driver.wait()
            #expect(end.code == 0, "\(end.errors)")
        }
        let mounts = try cluster.ask("pgrep", "-fc", "^/usr/bin/sshfs .*\(network.mount.dropLast(5))client")
        #expect(Int(mounts.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 >= 5)
        let local = try FixtureFolder()
        #expect(await local.runWords(words).code == 0)
        #expect(try book.tree(".regbook/items") == local.tree(".regbook/items"))
        #expect(try book.text(of: "output/values.json") == local.text(of: "output/values.json"))
    }
}
