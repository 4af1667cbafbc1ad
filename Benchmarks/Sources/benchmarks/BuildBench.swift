import Foundation

/// A copy of the book in a temporary folder, on which whole builds are timed as a reader runs them.
struct BuildBench: Sendable {
    let root: URL
    let program: URL

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// The book that holds this package.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Copies what a build reads from the book that holds this package.
    init() throws {
        let book = Self.repository
        program = book.appending(path: ".build/release/regbook")
        guard FileManager.default.isExecutableFile(atPath: program.path(percentEncoded: false)) else {
            throw Failed(description: "No '\(program.path)' yet. Build it first with: make report")
        }
        root = FileManager.default.temporaryDirectory.appending(path: "regbook-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for name in ["regbook.yml", "templates", "Sources", "records"] {
            try FileManager.default.copyItem(at: book.appending(path: name), to: root.appending(path: name))
        }
        // The sources of the packages that the book depends on.
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: ".build"), withDestinationURL: book.appending(path: ".build"))
    }

    /// Runs `body` on a copy that is removed afterwards.
    static func with<T>(_ body: (BuildBench) async throws -> T) async throws -> T {
        let bench = try BuildBench()
        defer {
            do {
                try FileManager.default.removeItem(at: bench.root)
            } catch {
                print("left behind: \(bench.root.path)")
            }
        }
        return try await body(bench)
    }

    /// Results of the whole book, once a first workload has them, for the workloads that start from a built book.
    private static let results = FileManager.default.temporaryDirectory.appending(
        path: "regbook-bench-results-\(ProcessInfo.processInfo.processIdentifier)")

    /// Runs `body` on a copy whose pages are built; its experiments run for the first such copy alone.
    static func withBuilt<T>(_ body: (BuildBench) async throws -> T) async throws -> T {
        try await with { bench in
            let store = bench.root.appending(path: ".regbook")
            let areThere = FileManager.default.fileExists(atPath: results.path(percentEncoded: false))
            if areThere { try FileManager.default.copyItem(at: results, to: store) }
            try bench.build("--format", "html")
            if !areThere { try FileManager.default.copyItem(at: store, to: results) }
            return try await body(bench)
        }
    }

    /// Removes the results that workloads shared.
    static func removeResults() throws {
        guard FileManager.default.fileExists(atPath: results.path(percentEncoded: false)) else { return }
        try FileManager.default.removeItem(at: results)
    }

    /// Forgets everything that was built.
    func clear() throws {
        for name in [".regbook", "output"] {
            let url = root.appending(path: name)
            if FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) {
                try FileManager.default.removeItem(at: url)
            }
        }
    }

    /// Builds in a process of its own.
    func build(_ options: String...) throws {
        try ChildProcess.run(program, ["build", "--quiet", "--root", root.path(percentEncoded: false)] + options)
    }
}
