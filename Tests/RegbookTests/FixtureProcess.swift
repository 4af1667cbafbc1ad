import Dispatch
import Foundation

/// The fixture book's program, run as a process of its own in a fixture folder.
struct FixtureProcess {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// What happens to the process at its n-th change to a disk, counted from 1 over all its threads.
    struct Disturbance: Sendable {
        fileprivate let words: [String]

        /// Nothing; the changes are counted.
        static let none = Disturbance(words: ["0", "kill"])
        /// A file system that knows neither locks nor the exchange of two folders, as some network file systems.
        static let plain = Disturbance(words: ["0", "plain"])
        /// SIGKILL just before the change.
        static func kill(at change: Int) -> Disturbance { Disturbance(words: ["\(change)", "kill"]) }
        /// The same on such a file system.
        static func killOnPlain(at change: Int) -> Disturbance { Disturbance(words: ["\(change)", "plain"]) }
        /// This change and all later ones fail by the error `code`.
        static func fail(_ code: Int32, from change: Int) -> Disturbance {
            Disturbance(words: ["\(change)", "\(code)"])
        }
    }

    /// - Parameters:
    ///   - shell: shell commands that prepare the process, such as limits.
    ///   - user: whose process it is, where root runs the tests; nil for its own.
    ///   - program: the program of another book.
    ///   - disturbance: nil to run as it is; otherwise the number of changes is the last line of its output.
    init(
        in folder: FixtureFolder, _ line: String, shell: String = "", disturbance: Disturbance? = nil,
        user: String? = nil, program: String = "fixture-book"
    ) throws {
        let words = [Self.program(program)] + line.split(separator: " ").map(String.init)
        let disturbing = disturbance.map { [Self.program("disturb")] + $0.words }
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments =
            ["-c", "\(shell)\nexec \"$0\" \"$@\""] + (user.map { ["/usr/sbin/runuser", "-u", $0, "--"] } ?? [])
            + (disturbing ?? []) + words
        process.currentDirectoryURL = folder.root
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Where a program of this package lies.
    static func program(_ name: String) -> String {
        let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        return programs.appending(path: name).path(percentEncoded: false)
    }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// The next line of its output, waited for; nil when it has ended.
    func line() -> String? {
        var bytes: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }

    /// How a process ended.
    struct End {
        /// The exit code, or minus the signal that ended it.
        let code: Int32
        let output: String
        let errors: String
        /// How often it changed a disk, where it was disturbed.
        var changes: Int { output.split(separator: "\n").last.flatMap { Int($0) } ?? 0 }
    }

    /// Waits for the end; a process that has not ended after some minutes is killed, so that its test fails.
    func wait(minutes: Int = 5) -> End {
        let alarm = DispatchWorkItem { [number = process.processIdentifier] in kill(number, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(60 * minutes), execute: alarm)
        defer { alarm.cancel() }
        let errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return End(code: (isSignal ? -1 : 1) * process.terminationStatus, output: output, errors: errors)
    }
}
