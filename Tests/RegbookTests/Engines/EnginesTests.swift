import Foundation
import Testing

/// More than a thousand items of the book itself, in several rounds, through each engine while everything is killed: the bytes
/// are those of a local build.
@Suite(.serialized)
struct EnginesTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let build =
        "build --format html --only multi-task-learning sparse-representations adversarial-training"

    /// A root of the book whose store is empty.
    private func root(_ settings: String = "") throws -> FixtureFolder {
        let folder = try FixtureFolder()
        for name in ["templates", "records"] {
            let target = folder.root.appending(path: name)
            if folder.exists(name) { try FileManager.default.removeItem(at: target) }
            try FileManager.default.copyItem(at: Self.repository.appending(path: name), to: target)
        }
        try FileManager.default.createSymbolicLink(
            at: folder.root.appending(path: "Sources"), withDestinationURL: Self.repository.appending(path: "Sources"))
        try folder.write("seed: 1\n\(settings)", to: "regbook.yml")
        return folder
    }

    private func process(_ folder: FixtureFolder, _ shell: String = "") throws -> FixtureProcess {
        try FixtureProcess(in: folder, Self.build, shell: shell, program: "regbook")
    }

    /// Minutes that a build may take where others keep the machine busy.
    private static let patience = 30

    private func items(_ folder: FixtureFolder) throws -> [String: Data] {
        folder.exists(".regbook/items") ? try folder.tree(".regbook/items") : [:]
    }

    private func wait(for count: Int, in folder: FixtureFolder) async throws {
        let deadline = ContinuousClock.now + .seconds(60 * Self.patience)
        while try items(folder).count < count {
            try #require(ContinuousClock.now < deadline, "\(count) items did not come in \(Self.patience) minutes")
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func expectBytesOfALocalBuild(_ folder: FixtureFolder) throws {
        let local = try root()
        #expect(try process(local).wait(minutes: Self.patience).code == 0)
        let (items, expected) = (try items(folder), try self.items(local))
        #expect(items.count > 1000)
        #expect(Set(items.keys) == Set(expected.keys))
        #expect(items == expected)
        #expect(try folder.text(of: "output/values.json") == local.text(of: "output/values.json"))
    }

    @Test(.enabled(if: SlurmCluster.isInstalled, Comment(rawValue: SlurmCluster.absence)))
    func slurmStoresTheBytesOfALocalBuild() async throws {
        let cluster = try SlurmCluster()
        let folder = try root("engine:\n  name: slurm\n  batch-seconds: 20\n")
        var driver = try process(folder, cluster.exports)
        try await wait(for: 100, in: folder)
        driver.send(SIGKILL)
        #expect(driver.wait().code == -SIGKILL)
        try cluster.killController()
        driver = try process(folder, cluster.exports)
        try cluster.startController()
        try await wait(for: 200, in: folder)
        if cluster.hasAccounting { try cluster.killAccounting() }
        try await wait(for: 400, in: folder)
        try cluster.killNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=down", "reason=test")
        try await wait(for: 600, in: folder)
        try cluster.startNode(1)
        try cluster.ask("scontrol", "update", "nodename=n2", "state=resume")
        if cluster.hasAccounting { try cluster.startAccounting() }
        let end = driver.wait(minutes: Self.patience)
        #expect(end.code == 0, "\(end.errors)")
        try expectBytesOfALocalBuild(folder)
    }

    @Test(.enabled(if: SnakemakeProgram.isInstalled, Comment(rawValue: SnakemakeProgram.absence)))
    func snakemakeStoresTheBytesOfALocalBuild() async throws {
        let folder = try root("engine:\n  name: snakemake\n  batch-seconds: 300\n")
        let driver = try process(folder)
        try await wait(for: 100, in: folder)
        driver.send(SIGKILL)
        #expect(driver.wait().code == -SIGKILL)
        let end = try process(folder).wait(minutes: Self.patience)
        #expect(end.code == 0, "\(end.errors)")
        try expectBytesOfALocalBuild(folder)
    }
}
