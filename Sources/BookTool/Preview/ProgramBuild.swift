import Foundation
import Report

/// Compiles the book's program anew and puts it in this process's place.
struct ProgramBuild {
    private let arguments: [String]
    private let program: String

    /// Where the program lies; asked for before a compiler replaces the file.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path(percentEncoded: false)

    /// Nil where the book's root holds no package.
    init?(root: String) {
        guard FileManager.default.fileExists(atPath: "\(root)/Package.swift") else { return nil }
        program = Self.path
        arguments = [
            "swift", "build", "--package-path", root, "-c", "release", "--explicit-target-dependency-import-check",
            "error", "--product", URL(filePath: program).lastPathComponent,
        ]
    }

    /// Remembers where the program lies now.
    static func prepare() { _ = path }

    /// What is run, as a reader would type it.
    var command: String { arguments.joined(separator: " ") }

    /// Compiles; returns what the compiler complains of, or nil.
    func run() -> String? {
        do {
            let outcome = try ChildProcess(URL(filePath: "/usr/bin/env"), arguments).run()
            if outcome.ending == .exited(0) { return nil }
            return Self.complaints(in: String(decoding: outcome.output + outcome.complaints, as: UTF8.self))
        } catch {
            return "error: Can't run '\(command)': \(error)"
        }
    }

    /// The errors among a compiler's lines, each with the lines that show its place; the last lines where there are none.
    static func complaints(in text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var isComplaint = false
        for line in lines where !kept.contains(line) || line.hasPrefix(" ") {
            if line.contains("error:") {
                isComplaint = true
            } else if !line.hasPrefix(" ") {
                isComplaint = false
            }
            if isComplaint { kept.append(line) }
        }
        return (kept.isEmpty ? lines.suffix(20) : kept.prefix(60)[...]).joined(separator: "\n")
    }

    /// Runs the new program with this one's arguments at the same port. Returns only when that fails, with the reason.
    func replaceProcess(port: UInt16) -> any Error {
        let words = [program] + CommandLine.arguments.dropFirst() + ["--port", "\(port)"]
        var pointers = words.map { strdup($0) } + [nil]
        execv(program, &pointers)
        return NotRun(program: program, code: errno)
    }

    private struct NotRun: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        var description: String { "Can't run '\(program)': \(String(cString: strerror(code)))." }
    }
}
