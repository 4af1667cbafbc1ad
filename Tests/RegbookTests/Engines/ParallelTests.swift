import FixtureBook
import Foundation
import Testing

/// Whether what the example needs can be run.
enum ParallelPrograms {
    static let areInstalled =
        EngineRun.isAskedFor && getuid() == 0
        && ["/usr/bin/parallel", "/usr/sbin/sshd", "/usr/bin/jq"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: $0)
        }

    /// What a test says where it can't.
    static let absence =
        "make engines runs it, as root and with GNU parallel, jq and sshd: scripts/install-packages engines"
}

/// The example of docs/cluster.md that starts workers by GNU parallel over ssh, word by word, on this machine.
@Suite(.enabled(if: ParallelPrograms.areInstalled, Comment(rawValue: ParallelPrograms.absence)))
struct ParallelTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func workersOverSSHStoreWhatALocalBuildStores() async throws {
        let book = try FixtureFolder()
        let script = Self.repository.appending(path: "scripts/sshd").path(percentEncoded: false)
        let keys = book.root.appending(path: "ssh").path(percentEncoded: false)
        try book.write("seed: 1\nengine:\n  batch-seconds: 20\n", to: "regbook.yml")
        try book.write("2/loopback\n", to: "hosts")
        try FileManager.default.createSymbolicLink(
            atPath: book.root.appending(path: "regbook").path(percentEncoded: false),
            withDestinationPath: FixtureProcess.program("fixture-book"))
        let shell = """
            set -e
            trap '\(script) stop "\(keys)"' EXIT
            \(script) start "\(keys)"
            export PATH="$PWD:$PATH" PARALLEL_SSH="ssh -F \(keys)/config" PARALLEL_HOME="$PWD/parallel"
            mkdir "$PARALLEL_HOME" && touch "$PARALLEL_HOME/will-cite"
            \(try DocumentedExample.block("while regbook plan", kind: "sh"))
            """
        let end = try FixtureProcess(in: book, "build --format html --only dice", shell: "(\(shell))").wait()
        #expect(end.code == 0, "\(end.errors)")
        let journals = try FileManager.default.contentsOfDirectory(atPath: book.root.path).filter {
            $0.hasSuffix(".journal")
        }
        #expect(journals.count == 1)
        let other = try FixtureFolder()
        #expect(await other.runWords("build --format html --only dice").code == 0)
        #expect(try book.tree(".regbook/items") == other.tree(".regbook/items"))
    }
}
