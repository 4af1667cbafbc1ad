import Foundation

/// The fixture book's program, run as a process of its own in a fixture folder.
struct FixtureProcess {
    private let process = Process()
    private let errors = Pipe()

    /// - Parameter shell: shell commands that prepare the process, such as limits.
    init(in folder: FixtureFolder, _ line: String, shell: String = "") throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "fixture-book").path(percentEncoded: false)
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments =
            ["-c", "\(shell)\nexec \"$0\" \"$@\"", program] + line.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder.root
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end; returns the exit code, or minus the signal that ended it, and what was said on standard error.
    func wait() -> (code: Int32, errors: String) {
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return ((isSignal ? -1 : 1) * process.terminationStatus, text)
    }
}
