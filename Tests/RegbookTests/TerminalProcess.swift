import Foundation
import Testing

/// The fixture book's program behind a pseudo-terminal, whose screen is read back.
final class TerminalProcess {
    private let terminal: Int32
    private let process = Process()
    private(set) var screen: ScreenModel

    /// - Parameters:
    ///   - line: the command, without the program's name.
    ///   - prepare: shell commands before it.
    init(in folder: FixtureFolder, _ line: String, columns: Int, rows: Int, prepare: String = "") throws {
        var (terminal, end): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&terminal, &end, nil, nil, &size) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        self.terminal = terminal
        _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
        screen = ScreenModel(columns: columns, rows: rows)
        let program = FixtureProcess.program("fixture-book")
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments =
            ["-c", "\(prepare)\nexec \"$0\" \"$@\"", program] + line.split(separator: " ").map(String.init)
        process.environment = ProcessInfo.processInfo.environment.filter {
            !["CI", "COLUMNS", "LINES"].contains($0.key)
        }
        .merging(["TERM": "xterm-256color"]) { $1 }
        process.currentDirectoryURL = folder.root
        let side = FileHandle(fileDescriptor: end, closeOnDealloc: true)
        process.standardInput = side
        process.standardOutput = side
        process.standardError = side
        try process.run()
        try side.close()
    }

    deinit { close(terminal) }

    /// Reads until the screen shows what `condition` asks for, nothing comes for `patience` milliseconds, or the program has
    /// ended.
    func read(patience: Int32 = -1, until condition: (ScreenModel) -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !condition(screen) {
            var poll = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            if Glibc.poll(&poll, 1, patience) == 0 { return }
            let count = Glibc.read(terminal, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            // The kernel tells an ended program by an error.
            guard count > 0 else { return }
            screen.feed(buffer[..<count])
        }
    }

    /// Gives terminal and screen another size.
    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        screen.resize(columns: columns, rows: rows)
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Reads to the end; returns the exit code.
    func wait() -> Int32 {
        read { _ in false }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
