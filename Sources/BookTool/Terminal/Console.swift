import Foundation
import Synchronization

/// Where a command writes to, and what can be shown there.
public struct Console: Sendable {
    /// Writes a piece of text to standard output.
    let writeOutput: @Sendable (String) -> Void
    /// Writes a piece of text to standard error.
    let writeError: @Sendable (String) -> Void
    /// The lines that redraw themselves, where standard error is a terminal that can.
    let screen: TerminalScreen?
    /// Whether text may be coloured.
    let hasColour: Bool
    /// Whether standard output goes to the terminal, too.
    private let outputIsTerminal: Bool
    /// What went wrong with standard output.
    let outputFailure: @Sendable () -> StreamFailure?

    /// - Parameters:
    ///   - size: the terminal that standard error goes to; nil where lines can't be drawn again.
    ///   - outputFailure: what went wrong with standard output so far.
    public init(
        size: (@Sendable () -> TerminalSize)? = nil, hasColour: Bool = false, outputIsTerminal: Bool = false,
        writeOutput: @escaping @Sendable (String) -> Void, writeError: @escaping @Sendable (String) -> Void,
        outputFailure: @escaping @Sendable () -> StreamFailure? = { nil }
    ) {
        screen = size.map { TerminalScreen(size: $0, write: writeError) }
        self.hasColour = hasColour
        self.outputIsTerminal = outputIsTerminal
        self.writeOutput = writeOutput
        self.writeError = writeError
        self.outputFailure = outputFailure
    }

    /// The process's own streams; `NO_COLOR` and `TERM=dumb` are heeded.
    public static var standard: Console {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal =
            isatty(STDERR_FILENO) == 1 && !["", "dumb", "unknown"].contains(environment["TERM", default: ""])
            && environment["CI"] == nil
        let output = StandardStream(STDOUT_FILENO)
        let errors = StandardStream(STDERR_FILENO)
        let size: @Sendable () -> TerminalSize = { TerminalSize(of: STDERR_FILENO, environment) }
        return Console(
            size: isTerminal ? size : nil,
            hasColour: isTerminal && environment["NO_COLOR", default: ""].isEmpty,
            outputIsTerminal: isatty(STDOUT_FILENO) == 1, writeOutput: { output.write($0) },
            writeError: { errors.write($0) },
            outputFailure: { output.failure })
    }

    /// The same console, but nothing is written.
    static var silent: Console { Console(writeOutput: { _ in }, writeError: { _ in }) }

    /// Writes a line to standard output.
    func print(_ line: String) {
        guard let screen, outputIsTerminal else { return writeOutput(line + "\n") }
        screen.above { writeOutput(line + "\n") }
    }

    /// Writes a line to standard error.
    func complain(_ line: String) {
        guard let screen else { return writeError(line + "\n") }
        screen.above { writeError(line + "\n") }
    }
}
