import Foundation
import Testing

/// Checks Swift against the modules that were built beside the tests, as the package does.
enum Typechecker {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Those of the system libraries in the manifest, by pkg-config's names.
    private static let libraries = ["cairo", "libcmark-gfm", "libcrypto", "zlib", "harfbuzz", "fribidi"]

    /// What the compiler says of `files` with `options`; nothing when they are right.
    static func complaints(about files: [String], _ options: [String]) throws -> String {
        let built = URL(filePath: FixtureProcess.program("Modules")).deletingLastPathComponent()
        let checkouts = root.appending(path: ".build/checkouts")
        let fetched = try FileManager.default.subpathsOfDirectory(atPath: path(checkouts))
            .filter { $0.hasSuffix("include/module.modulemap") }.map { checkouts.appending(path: $0) }
        let own = try [root.appending(path: "Sources"), built].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { $0.contains(/^C\w+(\.build)?$/) }
                .map { folder.appending(path: "\($0)/module.modulemap") }
        }
        let maps = fetched + own.filter { FileManager.default.fileExists(atPath: path($0)) }
        let headers = try output(of: "pkg-config", ["--cflags-only-I"] + libraries).split { $0 == " " || $0 == "\n" }
        // A cache of another user's may hold modules that this machine could not build, or not be writable at all.
        let cache = path(built.appending(path: "ModuleCache"))
        return try output(
            of: "swiftc",
            ["-frontend", "-typecheck", "-swift-version", "6", "-module-cache-path", cache]
                + ["-I", path(built.appending(path: "Modules"))]
                + maps.flatMap { ["-Xcc", "-fmodule-map-file=\(path($0))"] }
                + headers.flatMap { ["-Xcc", String($0)] } + options + files)
    }

    private static func path(_ url: URL) -> String { url.path(percentEncoded: false) }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let said = String(decoding: data, as: UTF8.self)
        try #require(process.terminationStatus == 0 || !said.isEmpty, "\(program) failed without a word")
        return said
    }
}
