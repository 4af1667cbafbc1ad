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
        guard let text = String(bytes: data, encoding: .utf8) else { throw .dataFile(name: name, .notUTF8) }
        try self.init(text, name: name, hasNames: hasNames, delimiter: delimiter)
    }

    /// Reads a text.
    /// - Parameters:
    ///   - name: what messages call the text.
    ///   - hasNames: whether the first line names the columns.
    /// - Throws: `LearningError.dataFile` with `name`.
    public init(
        _ text: String, name: String, hasNames: Bool = true, delimiter: Character = ","
    ) throws(LearningError) {
        var records = try DelimitedTable.records(text, name, delimiter)
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

    private struct Record {
        let line: Int
        var fields: [String] = []
    }

    private static func records(
        _ text: String, _ name: String, _ delimiter: Character
    ) throws(LearningError) -> [Record] {
        var records: [Record] = []
        var line = 1
        var record = Record(line: 1)
        var field = ""
        var opened: Int?
        var wasQuoted = false
        var characters = text.makeIterator()
        var next = characters.next()
        // A byte order mark is no part of the first name.
        if next == "\u{feff}" { next = characters.next() }
        func isBlank() -> Bool { record.fields.isEmpty && field.isEmpty && !wasQuoted }
        while let character = next {
            next = characters.next()
            if character.isNewline { line += 1 }
            if opened != nil {
                if character != "\"" {
                    field.append(character)
                } else if next == "\"" {
                    field.append(character)
                    next = characters.next()
                } else {
                    opened = nil
                }
            } else if character == "\"" && field.isEmpty && !wasQuoted {
                (opened, wasQuoted) = (line, true)
            } else if character == delimiter {
                record.fields.append(field)
                (field, wasQuoted) = ("", false)
            } else if character.isNewline {
                if !isBlank() { records.append(Record(line: record.line, fields: record.fields + [field])) }
                (record, field, wasQuoted) = (Record(line: line), "", false)
            } else {
                field.append(character)
            }
        }
        if let opened { throw .dataFile(name: name, .quotationNotClosed(line: opened)) }
        if !isBlank() { records.append(Record(line: record.line, fields: record.fields + [field])) }
        return records
    }
}
