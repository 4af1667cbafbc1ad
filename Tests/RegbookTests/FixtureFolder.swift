import BookTool
import Build
import FixtureBook
import Foundation
import Notebook
import Synchronization

/// A book of two small sections in a temporary folder, and its command line.
final class FixtureFolder: Sendable {
    let root: URL
    private let digests: SourceDigests
    private let images: ImageSourceProvider

    /// - Parameter sources: the state of the sections' sources.
    init(sources: String = "1", images: ImageSourceProvider = FixtureBook.images) throws {
        root = FileManager.default.temporaryDirectory.appending(
            path: "regbook-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
        self.images = images
        digests = FixtureBook.digests(sources)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try write("seed: 1\n", to: "regbook.yml")
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: root)
        } catch {
            print("left behind: \(root.path)")
        }
    }

    func write(_ text: String, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// What one command printed and returned.
    struct Outcome: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs a command in the book's root.
    func run(_ arguments: String...) async -> Outcome { await run(arguments) }

    func run(_ arguments: [String]) async -> Outcome {
        let output = Mutex("")
        let errors = Mutex("")
        let console = Console(
            writeOutput: { text in output.withLock { $0 += text } },
            writeError: { text in errors.withLock { $0 += text } })
        let tool = BookTool(
            book: FixtureBook.book, sources: digests, console: console, workingDirectory: root, imageSource: images)
        let code = await tool.run(arguments)
        return Outcome(code: code, output: output.withLock { $0 }, errors: errors.withLock { $0 })
    }
}

extension FixtureFolder {
    /// Runs a command written as one line.
    func runWords(_ line: String) async -> Outcome {
        await run(line.split(separator: " ").map(String.init))
    }
}
