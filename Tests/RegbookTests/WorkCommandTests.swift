import BookTool
import FixtureBook
import Foundation
import Testing

/// A list of work, and the workers that compute its batches.
struct WorkCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    private func plan(_ words: String = "") async throws -> [String: Any] {
        let outcome = await book.runWords("plan --json --batch-seconds 20 \(words)")
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        try book.write(outcome.output, to: "items.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func batches(_ plan: [String: Any]) throws -> [[[String: String]]] {
        let batches = try #require(plan["batches"] as? [[String: Any]])
        return batches.compactMap { $0["items"] as? [[String: String]] }
    }

    private func items(_ folder: FixtureFolder) throws -> [String: Data] { try folder.tree(".regbook/items") }

    @Test(
        arguments: ["work --items items.json --batch 0 --checkpoint-seconds", "plan --batch-seconds"],
        ["0", "nan", "1e9"])
    func secondsAreChecked(command: String, seconds: String) async throws {
        _ = try await plan()
        let outcome = await book.runWords("\(command) \(seconds)")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.contains("-seconds \(Double(seconds) ?? 0) must be a number above 0"), "\(outcome.errors)")
    }

    @Test func batchesTogetherStoreWhatABuildStores() async throws {
        let words = "--set dice.throws=25 dice.sides=20"
        let batches = try batches(try await plan(words))
        #expect(batches.map(\.count) == [10, 10, 5])
        for batch in batches.indices {
            let outcome = await book.runWords("work --items items.json --batch \(batch)")
            #expect(outcome.code == 0 && outcome.errors.isEmpty)
            #expect(try items(book).count == min(25, 10 * (batch + 1)))
        }
        let other = try FixtureFolder()
        #expect(await other.runWords("build --format html \(words)").code == 0)
        #expect(try items(book) == items(other))
        #expect(try self.batches(try await plan(words)).isEmpty)
    }

    @Test func aBatchComputesItsOwnKeysOnly() async throws {
        let batches = try batches(try await plan("--set dice.throws=25"))
        #expect(await book.runWords("work --items items.json --batch 1").code == 0)
        let stored = Set(try items(book).keys.map { $0.replacing("/", with: "") })
        #expect(stored == Set(batches[1].compactMap { $0["key"] }))
    }

    @Test func aPlanTakesTheSameKeysEachTime() async throws {
        let first = try batches(try await plan("--set dice.throws=40"))
        let second = try batches(try await plan("--set dice.throws=40"))
        #expect(first == second)
    }

    @Test func aKeyThatDoesNotOccurIsAnError() async throws {
        _ = try await plan()
        let text = try book.text(of: "items.json")
        let key = try #require(text.firstMatch(of: /"key":"([0-9a-f]{64})"/)?.1)
        try book.write(text.replacing(key, with: String(repeating: "0", count: 64)), to: "items.json")
        let outcome = await book.runWords("work --items items.json --batch 0")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors
                == "error: 1 of the batch's items do not occur here, such as dice, throws. Either the store has "
                + "lost what they follow from, or another program made the list. Make a new plan.\n")
        #expect(try items(book).count == 3)
    }

    @Test func aWorkerWithOtherSourcesRefuses() async throws {
        let other = try FixtureFolder(sources: "2")
        let outcome = await other.runWords("plan --json")
        try book.write(outcome.output, to: "items.json")
        let refusal = await book.runWords("work --items items.json --batch 0")
        #expect(refusal.code == 1)
        #expect(refusal.errors.contains("the digest of the measuring sources here differs from the plan's"))
        #expect(try book.text(of: "0.journal").contains("\"refused\""))
        #expect(!book.exists(".regbook/items"))
    }

    @Test(arguments: [
        ("kernel\":\"", "kernel\":\"Another", "the kernel of OpenBLAS here differs"),
        ("data\":\"", "data\":\"another ", "the checksum of the data here differs"),
        ("\"--blas-kernel\",\"", "\"--blas-kernel\",\"Z80", "All workers of a plan take one kernel"),
    ])
    func aWorkerThatWouldComputeSomethingElseRefuses(old: String, new: String, message: String) async throws {
        _ = try await plan()
        try book.write(try book.text(of: "items.json").replacing(old, with: new, maxReplacements: 1), to: "items.json")
        let refusal = await book.runWords("work --items items.json --batch 0")
        #expect(refusal.code == 1)
        #expect(refusal.errors.contains(message))
        #expect(!book.exists(".regbook/items"))
    }

    /// The four files of MNIST with as few and as small images as are taken.
    private func smallImages() throws {
        let folder = book.root.appending(path: "images", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (part, count) in [("train", 10_001), ("t10k", 2)] {
            let number = [UInt8(count >> 8), UInt8(count & 255)]
            let (side, pixels): ([UInt8], [UInt8]) = ([0, 0, 0, 2], Array(repeating: 7, count: 4 * count))
            let (images, labels): ([UInt8], [UInt8]) = ([0, 0, 8, 3, 0, 0] + number, [0, 0, 8, 1, 0, 0] + number)
            try Data(images + side + side + pixels).write(
                to: folder.appending(path: "\(part)-images-idx3-ubyte"))
            try Data(labels + Array(repeating: 3, count: count)).write(
                to: folder.appending(path: "\(part)-labels-idx1-ubyte"))
        }
    }

    @Test func workersReadTheDataFromTheStore() async throws {
        try smallImages()
        _ = try await plan("dice --data images")
        let given = try book.tree("images")
        try book.remove("images")
        let kept = try FileManager.default.contentsOfDirectory(
            atPath: book.root.appending(path: ".regbook/data").path(percentEncoded: false))
        #expect(kept.count == 1)
        #expect(try book.tree(".regbook/data/\(kept[0])") == given)
        let outcome = await book.runWords("work --items items.json --batch 0")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try items(book).count == 4)
    }

    @Test func aWorkerRefusesDataOfTheStoreThatChanged() async throws {
        try smallImages()
        _ = try await plan("dice --data images")
        let kept = try #require(try book.tree(".regbook/data").keys.first { $0.contains("train-labels") })
        let file = book.root.appending(path: ".regbook/data/\(kept)")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 1] = 2
        try bytes.write(to: file)
        let refusal = await book.runWords("work --items items.json --batch 0")
        #expect(refusal.code == 1)
        #expect(refusal.errors.contains("the checksum of the data here differs from the plan's"))
        #expect(!book.exists(".regbook/items"))
        // The next list has the data put right.
        _ = try await plan("dice --data images")
        #expect(await book.runWords("work --items items.json --batch 0").code == 0)
    }

    @Test func whatIsNoListIsNamed() async throws {
        try book.write("{}", to: "items.json")
        let outcome = await book.runWords("work --items items.json --batch 0")
        #expect(outcome.errors.hasPrefix("error: '"))
        #expect(outcome.errors.hasSuffix("items.json' is no list of work. 'plan --json' prints one.\n"))
        #expect(outcome.code == 1)
        _ = try await plan()
        let beyond = await book.runWords("work --items items.json --batch 7")
        #expect(beyond.errors == "error: --batch 7 must be from 0 to 0; the list holds 1.\n")
        #expect(beyond.code == 64)
    }

    @Test func aWorkerKeepsWhatIsDoneWhenItIsTold() async throws {
        let awaited = book.root.appending(path: "awaited").path(percentEncoded: false)
        _ = try await plan("--set dice.throws=6 dice.awaited=\(awaited)")
        let worker = try FixtureProcess(in: book, "work --items items.json --batch 0 --jobs 2")
        while try book.exists(".regbook/items") == false || items(book).isEmpty {
            try await Task.sleep(for: .milliseconds(20))
        }
        worker.send(SIGTERM)
        let end = worker.wait()
        #expect(end.code == 128 + SIGTERM)
        #expect(try items(book).count == 1)
        try book.write("", to: "awaited")
        #expect(await book.runWords("work --items items.json --batch 0").code == 0)
        #expect(try items(book).count == 6)
    }

    @Test func thePlanCountsWhatIsMissing() async throws {
        let outcome = await book.runWords("plan --set dice.throws=25")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("dice       25+  25       not timed"))
        #expect(outcome.output.contains("25 items were never timed and count as nothing"))
        let sampled = await book.runWords("plan --sample --set dice.throws=25")
        #expect(sampled.output.contains("dice        24  25"))
        #expect(!sampled.output.contains("never timed"))
        #expect(try items(book).count == 1)
        // What is stored stands in for the rest.
        #expect(await book.runWords("plan --set dice.throws=25").output.contains("dice        24  25"))
        #expect(await book.runWords("build --format html --set dice.throws=25").code == 0)
        #expect(await book.runWords("plan --set dice.throws=25").output == "Nothing is left to compute.\n")
    }

    /// Maps that need nothing of each other are in the first frontier together.
    @Test func independentMapsAreOfferedAtOnce() throws {
        let end = try FixtureProcess(in: book, "plan dropout/sizes --json", program: "regbook").wait()
        #expect(end.code == 0, "\(end.errors)")
        let plan = try #require(try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any])
        let stages = try batches(plan).joined().compactMap { $0["stage"] }
        #expect(Set(stages) == ["few labels", "fewest images", "sizes"])
    }

    @Test func enginesAreNamed() async throws {
        let outcome = await book.runWords("build --on slrum")
        #expect(outcome.errors == "error: Unknown engine 'slrum'. Did you mean 'slurm'?\n")
        #expect(outcome.code == 64)
        let detached = await book.runWords("build --detach")
        #expect(
            detached.errors == "error: --detach means something only with an engine. Name one with --on: "
                + "slurm or snakemake.\n")
        #expect(detached.code == 64)
    }
}
