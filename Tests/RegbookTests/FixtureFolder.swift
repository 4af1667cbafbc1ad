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
    private let book: Book

    /// - Parameters:
    ///   - name: the folder's name begins with it.
    ///   - parent: where the folder lies.
    ///   - sources: the state of the sections' sources.
    init(
        name: String = "regbook-tests", in parent: URL = FileManager.default.temporaryDirectory, sources: String = "1",
        book: Book = FixtureBook.book
    ) throws {
        root = parent.appending(
            path: "\(name)-\(UUID().uuidString)", directoryHint: .isDirectory)
        self.book = book
        digests = FixtureBook.digests(sources)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try write("seed: 1\n", to: "\(book.name).yml")
        try write("The numbers of this book are small.\n", to: "templates/index.md")
        try write(
            "The largest of {{throws}} is {{largest}}.\n\n![All throws](figure:sequence)\n\n[](claim:D-1)\n",
            to: "templates/dice.md")
        try write("Brightness {{brightness}}.\n\n[](claim:G-1)\n", to: "templates/grey.md")
        try write("[]\n", to: "templates/references.yml")
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
            book: book, sources: digests, console: console, workingDirectory: root)
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

extension FixtureFolder {
    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
    }

    /// The contents of every file below `folder`, but for `build.json`'s, which tells times.
    func tree(_ folder: String) throws -> [String: Data] {
        let base = root.appending(path: folder)
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false)) {
            let url = base.appending(path: path)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
            if !isFolder.boolValue { files[path] = path == "build.json" ? Data() : try Data(contentsOf: url) }
        }
        return files
    }

    /// What tells a file that was written again from one that stayed.
    func stamps(of folder: String) throws -> [String: UInt64] {
        let base = root.appending(path: folder)
        var stamps: [String: UInt64] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false)) {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: base.appending(path: path).path(percentEncoded: false))
            stamps[path] = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
        }
        return stamps
    }

    /// What lies in the root besides output and store.
    func besidesOutput() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))
            .filter { $0 != "output" && $0 != ".regbook" }.sorted()
    }
}
