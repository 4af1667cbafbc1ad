/// Something to be said about a place of the book, for people and for editors.
public struct Diagnostic: Codable, Sendable, Hashable {
    public let severity: Severity
    /// The file as a reader names it; empty where no file is to blame.
    public let file: String
    /// Counted from 1; 0 when there is no line to show.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    public let message: String
    /// The line itself.
    public let source: String

    public enum Severity: String, Codable, Sendable {
        case error, warning
    }

    public init(
        _ severity: Severity, _ message: String, file: String = "", line: Int = 0, column: Int = 0, source: String = ""
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.source = source
    }

    /// The message with its place before it and the line it is about below, as compilers show it.
    public var text: String {
        guard line > 0 else { return (file.isEmpty ? "" : "\(file): ") + "\(severity.rawValue): \(message)" }
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let shown = String(source.map { $0 == "\t" ? " " : $0 })
        let caret = String(repeating: " ", count: max(0, column - 1)) + "^"
        return """
            \(file):\(line):\(column): \(severity.rawValue): \(message)
             \(number) | \(shown)
             \(margin) | \(caret)
            """
    }
}

extension Diagnostic {
    /// The same, taken as seriously as an error.
    public var asError: Diagnostic {
        Diagnostic(.error, message, file: file, line: line, column: column, source: source)
    }
}
