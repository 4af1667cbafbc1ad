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
            writeOutput: { FileHandle.standardOutput.write(Data($0.utf8)) },
            writeError: { FileHandle.standardError.write(Data($0.utf8)) })
    }

    /// Writes a line to standard output.
    func print(_ line: String) { writeOutput(line + "\n") }

    /// Writes a line to standard error.
    func complain(_ line: String) { writeError(line + "\n") }
}
