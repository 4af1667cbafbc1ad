import Foundation
import Testing

/// A worker whose training is ended at ten moments comes to the bytes of one that is not.
@Suite(
    .enabled(
        if: EngineRun.isAskedFor, "'make engines' kills workers: beside other tests they end too soon or too late."))
struct CheckpointTests {
    private static let words =
        "--set dropout.sampling.replicates=2 dropout.sampling.units=300 dropout.sampling.task.updates=30000"

    /// What the test reads of a plan.
    private struct Plan: Decodable {
        let batches: [Batch]

        struct Batch: Decodable { let items: [Item] }
        struct Item: Decodable { let stage: String }
    }

    /// A folder with a plan, and the batch in it whose items train for long.
    private func folder() throws -> (folder: FixtureFolder, batch: Int) {
        let folder = try FixtureFolder()
        let end = try FixtureProcess(
            in: folder, "plan dropout/sampling --json --batch-seconds 1000 \(Self.words)", program: "regbook"
        ).wait()
        try #require(end.code == 0, "\(end.errors)")
        try folder.write(end.output, to: "items.json")
        let batches = try JSONDecoder().decode(Plan.self, from: Data(end.output.utf8)).batches
        let batch = batches.firstIndex { $0.items.allSatisfy { $0.stage == "sampled masks" } }
        return (folder, try #require(batch))
    }

    private func worker(_ folder: FixtureFolder, _ batch: Int) throws -> FixtureProcess {
        try FixtureProcess(
            in: folder, "work --items items.json --batch \(batch) --jobs 2 --checkpoint-seconds 0.2", program: "regbook"
        )
    }

    @Test func endedAtTenMomentsItComesToTheSameBytes() async throws {
        let (folder, batch) = try folder()
        for moment in 0..<10 {
            let before = try stamps(folder)
            let process = try worker(folder, batch)
            while try stamps(folder) == before {
                try #require(process.isRunning, "it ended before the next checkpoint")
                try await Task.sleep(for: .milliseconds(10))
            }
            process.send(moment.isMultiple(of: 2) ? SIGTERM : SIGKILL)
            let end = process.wait()
            #expect(end.code == (moment.isMultiple(of: 2) ? 128 + SIGTERM : -SIGKILL), "\(end.errors)")
        }
        let end = try worker(folder, batch).wait()
        #expect(end.code == 0, "\(end.errors)")
        let whole = try self.folder().folder
        #expect(try worker(whole, batch).wait().code == 0)
        #expect(try folder.tree(".regbook/items") == whole.tree(".regbook/items"))
        #expect(try !folder.tree(".regbook/items").isEmpty)
        #expect(try folder.tree(".regbook/checkpoints").isEmpty)
    }

    /// The checkpoints and items that there are, and which file each is.
    private func stamps(_ folder: FixtureFolder) throws -> [String: UInt64] {
        try ["checkpoints", "items"].reduce(into: [:]) { stamps, name in
            guard folder.exists(".regbook/\(name)") else { return }
            for (path, stamp) in try folder.stamps(of: ".regbook/\(name)")
            where name == "checkpoints" || path.count > 60 {
                stamps["\(name)/\(path)"] = stamp
            }
        }
    }
}
