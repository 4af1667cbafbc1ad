import Foundation
import LinearAlgebra

/// A table of numbers with named columns, as CSV files hold it (RFC 4180): fields in quotation marks may hold commas, line
/// breaks and doubled quotation marks, and lines end in LF or CRLF.
public struct DelimitedTable: Sendable, Equatable {
    /// One a column; empty when the file has no line of names.
    public let names: [String]
    /// rows × columns.
    public let values: Matrix

    /// - Throws: `LearningError.sizesDisagree` unless there are no names or one a column.
    public init(names: [String] = [], values: Matrix) throws(LearningError) {
        guard names.isEmpty || names.count == values.columns else {
            throw .sizesDisagree(what: "Names", names.count, other: "columns", values.columns)
        }
        self.names = names
        self.values = values
    }

    /// Reads a file in UTF-8.
    /// - Throws: `LearningError.dataFile` with the file's name, and the line and column of what is no number.
    public init(
        contentsOf url: URL, hasNames: Bool = true, delimiter: Character = ","
    ) throws(LearningError) {
        let name = url.lastPathComponent
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            throw .dataFile(name: name, .unreadable(reason: error.localizedDescription))
        }
        try self.init(bytes: Array(data), name: name, hasNames, delimiter)
    }

    /// Reads a text.
    /// - Parameters:
    ///   - name: what messages call the text.
    ///   - hasNames: whether the first line names the columns.
    /// - Throws: `LearningError.dataFile` with `name`.
    public init(
        _ text: String, name: String, hasNames: Bool = true, delimiter: Character = ","
    ) throws(LearningError) {
        try self.init(bytes: Array(text.utf8), name: name, hasNames, delimiter)
    }

    private init(bytes: [UInt8], name: String, _ hasNames: Bool, _ delimiter: Character) throws(LearningError) {
        var records = try DelimitedRecord.all(in: bytes, name: name, delimiter: delimiter)
        var names: [String] = []
        if hasNames {
            guard !records.isEmpty else { throw .dataFile(name: name, .noColumnNames) }
            names = records.removeFirst().fields
        }
        let columns = hasNames ? names.count : records.first?.fields.count ?? 0
        var elements: [Double] = []
        elements.reserveCapacity(records.count * columns)
        for record in records {
            guard record.fields.count == columns else {
                throw .dataFile(
                    name: name,
                    .fieldsDisagree(line: record.line, count: record.fields.count, expected: columns))
            }
            for (column, field) in record.fields.enumerated() {
                guard let number = Double(field.trimmingCharacters(in: .whitespaces)) else {
                    throw .dataFile(name: name, .notANumber(line: record.line, column: column + 1, text: field))
                }
                elements.append(number)
            }
        }
        self.names = names
        values = Matrix(rows: records.count, columns: columns, elements: elements)
    }

    /// The table as CSV text, numbers in the fewest digits that give them back to the last bit.
    public func text(delimiter: Character = ",") -> String {
        var lines = names.isEmpty ? [] : [names.map { DelimitedTable.quoted($0, delimiter) }]
        for i in 0..<values.rows { lines.append(values.row(i).map { "\($0)" }) }
        return lines.map { $0.joined(separator: String(delimiter)) + "\n" }.joined()
    }

    private static func quoted(_ field: String, _ delimiter: Character) -> String {
        let needsMarks = field.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
        return needsMarks ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
