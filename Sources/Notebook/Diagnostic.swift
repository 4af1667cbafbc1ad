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
        let (shown, place) = window
        let caret = String(repeating: " ", count: place) + "^"
        return """
            \(file):\(line):\(column): \(severity.rawValue): \(message)
             \(number) | \(shown)
             \(margin) | \(caret)
            """
    }
}

extension Diagnostic {
    /// The most characters of the line that are shown.
    private static let width = 100

    /// What is shown of the line, and how many characters of that stand before the place.
    private var window: (text: String, place: Int) {
        let before = max(0, column - 1)
        let start = before <= Self.width * 3 / 4 ? 0 : before - Self.width / 2
        let rest = source.dropFirst(start)
        let part = String(rest.prefix(Self.width).map { $0.isNewline || $0 == "\t" ? " " : $0 })
        let isCut = rest.count > Self.width
        return ((start > 0 ? "…" : "") + part + (isCut ? "…" : ""), before - start + (start > 0 ? 1 : 0))
    }

    /// What a person reads of many: the first, and how many more there are.
    public static func text(of all: [Diagnostic], limit: Int = 20) -> String {
        let texts = all.prefix(limit).map(\.text)
        let more = all.count - texts.count
        return (texts + (more > 0 ? ["… and \(more) more. Mend these first."] : [])).joined(separator: "\n")
    }

    /// The same, taken as seriously as an error.
    public var asError: Diagnostic {
        Diagnostic(.error, message, file: file, line: line, column: column, source: source)
    }
}
