/// Where something stands: in a template, or in what a section made.
public struct Place: Hashable, Sendable {
    /// The file as a reader names it: "templates/bagging.md"; for something out of a record, its name there.
    public let file: String
    /// Counted from 1; 0 when there is no line to show.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    /// The line itself.
    public let text: String

    public init(file: String, line: Int = 0, column: Int = 0, text: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
    }
}

extension Place: Comparable {
    public static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}
