import Foundation
import Testing

/// How much of what is hostile is tried: all of it by `make hostile`, a sample of it otherwise.
enum Hostility {
    static let isWhole = ProcessInfo.processInfo.environment["HOSTILE"] != nil

    /// All of `cases`, or about `count` of them, evenly spread.
    static func sample<Case>(_ cases: [Case], _ count: Int) -> [Case] {
        if isWhole || cases.count <= count { return cases }
        return (0..<count).map { cases[$0 * cases.count / count] }
    }

    /// Tells how much was tried, a line for the table in ARCHITECTURE.md.
    static func tell(_ what: String, tried: Int, _ outcomes: [String: Int] = [:]) {
        let parts = outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        print("hostile: \(what): \(tried) tried\(parts.isEmpty ? "" : "; \(parts)")")
    }
}

/// A command that is given a time, after which it is taken to hang.
struct WatchedProcess {
    let code: Int32
    let output: String
    let errors: String
    let isLate: Bool

    /// Seconds that any command on the fixture book may take.
    private static let patience = 120.0

    /// - Parameters:
    ///   - words: the program and its arguments.
    ///   - stopAfter: seconds after which a command that still computes is asked to stop; then it counts as neither late nor
    ///     failed.
    init(_ words: [String], in folder: URL, stopAfter: Double? = nil) throws {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let number = process.processIdentifier
        let isOver = DispatchSemaphore(value: 0)
        let late = Late()
        Thread {
            if let stopAfter {
                if isOver.wait(timeout: .now() + stopAfter) == .success { return }
                kill(number, SIGTERM)
            }
            if isOver.wait(timeout: .now() + Self.patience) == .success { return }
            late.set()
            kill(number, SIGKILL)
        }.start()
        let texts = Texts()
        let reader = Thread {
            texts.set(errors.fileHandleForReading.readDataToEndOfFile())
            texts.done.signal()
        }
        reader.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        texts.done.wait()
        process.waitUntilExit()
        isOver.signal()
        self.output = String(decoding: data, as: UTF8.self)
        self.errors = String(decoding: texts.data, as: UTF8.self)
        code = (process.terminationReason == .uncaughtSignal ? -1 : 1) * process.terminationStatus
        isLate = late.isSet
    }

    private final class Late: @unchecked Sendable {
        private let lock = NSLock()
        private var value = false
        var isSet: Bool { lock.withLock { value } }
        func set() { lock.withLock { value = true } }
    }

    private final class Texts: @unchecked Sendable {
        let done = DispatchSemaphore(value: 0)
        private(set) var data = Data()
        func set(_ data: Data) { self.data = data }
    }

    /// What is wrong with how the command ended, if anything: a trap, a hang, a failure without one clear message.
    func fault(mayStop: Bool = false) -> String? {
        if isLate { return "hangs" }
        if mayStop && code == 128 + SIGTERM { return nil }
        guard [0, 1, 64].contains(code) else { return "ends with \(code): \(errors.suffix(300))" }
        if code != 0, !errors.contains("error: ") { return "fails without a message: \(errors.suffix(300))" }
        if errors.utf8.count > 20_000 { return "complains in \(errors.utf8.count) bytes" }
        return nil
    }
}
