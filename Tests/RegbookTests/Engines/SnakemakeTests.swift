import FixtureBook
import Foundation
import Testing

/// Whether Snakemake can be run.
enum SnakemakeProgram {
    static let isInstalled =
        EngineRun.isAskedFor
        && ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
            .contains { access("\($0)/snakemake", X_OK) == 0 }

    /// What a test says where it can't.
    static let absence = "make engines runs it, with Snakemake on the PATH"
}

/// Builds whose items Snakemake's jobs compute.
@Suite(
    .serialized,
    .enabled(if: SnakemakeProgram.isInstalled, Comment(rawValue: SnakemakeProgram.absence)))
struct SnakemakeTests {
    private let book: FixtureFolder

    init() throws {
        book = try FixtureFolder(name: "regbook tests 'of $quotes'")
        try book.write("seed: 1\nengine:\n  name: snakemake\n  batch-seconds: 200\n  workers: 2\n", to: "regbook.yml")
    }

    private func build(_ words: String) throws -> FixtureProcess.End {
        try FixtureProcess(in: book, "build --format html --only dice \(words)").wait()
    }

    @Test func aBuildOnSnakemakeStoresWhatALocalOneStores() async throws {
        let words = "--set dice.throws=100"
        let end = try build(words)
        #expect(end.code == 0, "\(end.errors)")
        #expect(end.errors.contains("round 1: 100 items in 10 batches for Snakemake"))
        let other = try FixtureFolder()
        #expect(await other.runWords("build --format html --only dice \(words)").code == 0)
        #expect(try book.tree(".regbook/items") == other.tree(".regbook/items"))
    }

    @Test func anItemThatAlwaysFailsIsToldAndTheRestIsDone() throws {
        let end = try build("--set dice.throws=12 dice.failing=7")
        #expect(end.code == 1)
        #expect(end.errors.contains("error: 1 item failed in three rounds, the rest is done:\n"))
        #expect(end.errors.contains("dice, throws: LostDie()"))
        #expect(try book.tree(".regbook/items").count == 11)
    }

    @Test func aProfileThatIsNotThereIsNamed() throws {
        let end = try build("--profile-dir nowhere")
        #expect(end.code == 1)
        #expect(end.errors.contains("error: snakemake has refused the work:\n"))
        #expect(end.errors.contains("nowhere"))
    }
}
