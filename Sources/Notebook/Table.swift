/// A table of a page. Text cells may hold TeX between dollar signs; numbers are set to the column's digits.
public struct Table: Sendable {
    /// Kebab-case and unique within its study.
    public let name: String
    public let columns: [Column]
    public let rows: [[Quantity]]
    let line: SourceLine

    /// A column's heading, and how many significant digits its numbers show.
    public struct Column: Sendable, Equatable {
        public let heading: String
        public let digits: Int

        public init(_ heading: String, digits: Int = 3) {
            self.heading = heading
            self.digits = digits
        }
    }

    public init(
        _ name: String, columns: [Column], rows: [[Quantity]], file: String = #fileID, line: Int = #line
    ) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "table '\(name)': a row differs from its columns")
        self.name = name
        self.columns = columns
        self.rows = rows
        self.line = SourceLine(file: file, line: line)
    }

    /// The same table under another name.
    func renamed(_ name: String) -> Table {
        Table(name, columns: columns, rows: rows, file: line.file, line: line.line)
    }
}
