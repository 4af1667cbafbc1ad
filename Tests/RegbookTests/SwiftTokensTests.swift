import Foundation
import Hashing
import Testing

/// What of a source counts, held against what the compiler parses.
struct SwiftTokensTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources", directoryHint: .isDirectory)

    /// A file whose tokens are parsed by their own, in folders of equally long names: the dump breaks lines by the length of
    /// paths.
    private struct Pair {
        let path: String
        let name: String
    }

    /// Tokens are parsed like the source that they were taken from: nothing that matters was held for a comment or for layout.
    @Test func tokensLoseNothing() throws {
        let work = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)")
        defer { do { try FileManager.default.removeItem(at: work) } catch { Issue.record(error) } }
        for folder in ["whole", "token"] {
            try FileManager.default.createDirectory(at: work.appending(path: folder), withIntermediateDirectories: true)
        }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path(percentEncoded: false))
            .filter { $0.hasSuffix(".swift") }.sorted()
        #expect(paths.count > 300)
        let pairs = try paths.enumerated().map { place, path in
            let pair = Pair(path: path, name: "file\(place).swift")
            let source = try Data(contentsOf: Self.sources.appending(path: path))
            try source.write(to: work.appending(path: "whole/\(pair.name)"))
            try Data(SourceTree.tokens(of: source)).write(to: work.appending(path: "token/\(pair.name)"))
            return pair
        }
        // Many at a time, since to start the compiler takes longer than to parse a file.
        for start in stride(from: 0, to: pairs.count, by: 64) {
            let batch = pairs[start..<min(start + 64, pairs.count)]
            guard try !Self.areAlike(Array(batch), in: work) else { continue }
            for pair in batch { #expect(try Self.areAlike([pair], in: work), "\(pair.path)") }
        }
    }

    /// A comparison that sees nothing could not fail.
    @Test func anotherTokenIsAnotherParse() throws {
        let work = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)")
        defer { do { try FileManager.default.removeItem(at: work) } catch { Issue.record(error) } }
        func areAlike(_ whole: String, _ token: String) throws -> Bool {
            for (folder, text) in [("whole", whole), ("token", token)] {
                let folder = work.appending(path: folder)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: folder.appending(path: "file.swift"))
            }
            return try Self.areAlike([Pair(path: "", name: "file.swift")], in: work)
        }
        #expect(try areAlike("// One.\nlet a = [1,\n  2]\n", "let a = [1, 2]\n"))
        #expect(try !areAlike("let a = b - c", "let a = b -c"))
        #expect(try !areAlike("let a = \"x // y\"", "let a = \"x \""))
        #expect(try !areAlike("f()\n(1, 2)", "f() (1, 2)"))
        #expect(try !areAlike("let a = \"x  y\"", "let a = \"x y\""))
    }

    private static func areAlike(_ pairs: [Pair], in work: URL) throws -> Bool {
        let dumps = try ["whole", "token"].map { try parsed(pairs.map(\.name), in: work.appending(path: $0)) }
        return !dumps[0].isEmpty && dumps[0] == dumps[1]
    }

    /// What the compiler makes of files, without places, addresses, and white space outside of quotes.
    private static func parsed(_ names: [String], in folder: URL) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "swiftc", "-frontend", "-dump-parse", "-swift-version", "6", "-parse-as-library", "-module-name",
                "Parsed",
            ]
            + names.map { folder.appending(path: $0).path(percentEncoded: false) }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let dump = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return withoutPlaces(dump, folder: folder.path(percentEncoded: false))
    }

    private static func withoutPlaces(_ dump: [UInt8], folder: String) -> [UInt8] {
        let path = Array(folder.utf8)
        let (range, address) = (Array("range=[".utf8), Array("0x".utf8))
        var kept: [UInt8] = []
        kept.reserveCapacity(dump.count / 2)
        var (at, isQuoted) = (0, false)
        func skip(to ends: String) {
            while at < dump.count, !ends.utf8.contains(dump[at]) { at += 1 }
        }
        while at < dump.count {
            let byte = dump[at]
            if byte == path[0], dump[at...].starts(with: path) {
                skip(to: " \"]\n")
            } else if !isQuoted, byte == range[0], dump[at...].starts(with: range) {
                skip(to: "]")
            } else if !isQuoted, byte == address[0], dump[at...].starts(with: address) {
                skip(to: " )\n")
            } else {
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if isQuoted || byte > UInt8(ascii: " ") { kept.append(byte) }
                at += 1
                // What is escaped inside of quotes ends none.
                if isQuoted, byte == UInt8(ascii: "\\"), at < dump.count {
                    kept.append(dump[at])
                    at += 1
                }
            }
        }
        return kept
    }
}
