import DataSets
import Foundation

/// A table with named columns, as a CSV or NPY file of the book holds it.
///
///     let level = try lab.table("tides").column("level", as: Double.self)
public struct DataTable: Sendable, Equatable {
    /// What messages call it: its file.
    public let file: String
    /// The names of the columns, in the order of the file.
    public let columns: [String]
    public let rowCount: Int
    private let cells: Cells

    /// A list a column.
    private enum Cells: Equatable {
        case numbers([[Double]])
        /// With the line of the file in which each row begins.
        case texts([[String]], lines: [Int])
    }

    /// Reads a CSV file (RFC 4180) in UTF-8, whose first line names the columns, or an NPY file.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents, not compressed.
    ///   - file: what messages call it; a name that ends with ".npy" is an NPY file's.
    ///   - names: the columns' names where the file has none, as in NPY.
    /// - Throws: `TableError`, or `LearningError.dataFile` for a file that can't be read.
    public init(_ bytes: [UInt8], file: String, names: [String] = []) throws {
        if file.hasSuffix(".npy") {
            let values = try NPYFile(bytes, name: file).values
            try self.init(
                file: file, columns: names.isEmpty ? (0..<values.columns).map { "\($0 + 1)" } : names,
                numbers: (0..<values.columns).map { column in (0..<values.rows).map { values[$0, column] } })
            return
        }
        var records = try DelimitedRecord.all(in: bytes, name: file)
        var columns = names
        if names.isEmpty {
            guard !records.isEmpty else { throw TableError.noNames(file: file) }
            columns = records.removeFirst().fields.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        var texts = columns.map { _ in [String]() }
        for record in records {
            guard record.fields.count == columns.count else {
                throw TableError.fieldsDisagree(
                    file: file, line: record.line, count: record.fields.count, expected: columns.count)
            }
            for (column, field) in record.fields.enumerated() { texts[column].append(field) }
        }
        try self.init(file, columns, rowCount: records.count, .texts(texts, lines: records.map(\.line)))
    }

    /// A table of numbers.
    ///
    /// - Parameter numbers: a list a column, all of one length.
    /// - Throws: `TableError` for names that aren't one a column, or not unique; for columns of several lengths.
    public init(file: String, columns: [String], numbers: [[Double]]) throws {
        let rowCount = numbers.first?.count ?? 0
        guard columns.count == numbers.count else {
            throw TableError.namesDisagree(file: file, names: columns.count, columns: numbers.count)
        }
        for column in numbers where column.count != rowCount {
            throw TableError.fieldsDisagree(file: file, line: 1, count: column.count, expected: rowCount)
        }
        try self.init(file, columns, rowCount: rowCount, .numbers(numbers))
    }

    private init(_ file: String, _ columns: [String], rowCount: Int, _ cells: Cells) throws(TableError) {
        for (place, name) in columns.enumerated() where columns[..<place].contains(name) {
            throw .twoColumns(file: file, name: name)
        }
        self.file = file
        self.columns = columns
        self.rowCount = rowCount
        self.cells = cells
    }

    /// The column called `name`, each field as `Value` reads it: `Double` for finite numbers, `Int`, `Bool` or `String`.
    ///
    /// - Throws: `TableError` for an unknown name, and for a field that is no such value, with its line.
    public func column<Value: LosslessStringConvertible>(_ name: String, as type: Value.Type) throws -> [Value] {
        try fields(of: name).enumerated().map { row, field in
            guard let value = Self.value(of: field, as: type) else {
                throw TableError.wrongField(
                    file: file, place: place(of: row), column: name, text: field, type: "\(type)")
            }
            return value
        }
    }

    /// The same where fields may be empty: nil for those.
    ///
    /// - Throws: as above.
    public func columnWithGaps<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type
    ) throws -> [Value?] {
        try fields(of: name).enumerated().map { row, field in
            if field.allSatisfy(\.isWhitespace) { return nil }
            guard let value = Self.value(of: field, as: type) else {
                throw TableError.wrongField(
                    file: file, place: place(of: row), column: name, text: field, type: "\(type)")
            }
            return value
        }
    }

    private static func value<Value: LosslessStringConvertible>(of field: String, as type: Value.Type) -> Value? {
        if let text = field as? Value { return text }
        guard let value = Value(field.trimmingCharacters(in: .whitespaces)) else { return nil }
        return (value as? Double)?.isFinite == false || (value as? Float)?.isFinite == false ? nil : value
    }

    /// The fields of a column as text; whole numbers without a point.
    private func fields(of name: String) throws -> [String] {
        guard let place = columns.firstIndex(of: name) else {
            throw TableError.noColumn(name, file: file, known: columns)
        }
        switch cells {
        case .texts(let texts, _): return texts[place]
        case .numbers(let numbers):
            return numbers[place].map { number in Int(exactly: number).map { "\($0)" } ?? "\(number)" }
        }
    }

    /// Where a row stands in the file: "line 3", or "row 3" of an array.
    private func place(of row: Int) -> String {
        if case .texts(_, let lines) = cells { "line \(lines[row])" } else { "row \(row + 1)" }
    }
}
