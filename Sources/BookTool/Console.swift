import Foundation

/// Where a command writes to, and what can be shown there.
public struct Console: Sendable {
    /// Writes a piece of text to standard output.
    let writeOutput: @Sendable (String) -> Void
    /// Writes a piece of text to standard error.
    let writeError: @Sendable (String) -> Void
    /// Whether standard error is a terminal that can redraw its lines.
    let isTerminal: Bool
    /// Whether text may be coloured.
    let hasColour: Bool

    public init(
        isTerminal: Bool = false, hasColour: Bool = false, writeOutput: @escaping @Sendable (String) -> Void,
        writeError: @escaping @Sendable (String) -> Void
    ) {
        self.isTerminal = isTerminal
        self.hasColour = hasColour
        self.writeOutput = writeOutput
        self.writeError = writeError
    }

    /// The process's own streams; `NO_COLOR` and `TERM=dumb` are heeded.
    public static var standard: Console {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb" && environment["CI"] == nil
        return Console(
            isTerminal: isTerminal, hasColour: isTerminal && environment["NO_COLOR", default: ""].isEmpty,
            writeOutput: { Console.write($0, to: STDOUT_FILENO) }, writeError: { Console.write($0, to: STDERR_FILENO) })
    }

    /// Writes `text`; where nobody reads any more or the disk is full there is nobody left to tell.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a line to standard output.
    func print(_ line: String) { writeOutput(line + "\n") }

    /// Writes a line to standard error.
    func complain(_ line: String) { writeError(line + "\n") }
}
