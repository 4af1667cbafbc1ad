import Foundation

/// What is wrong with a table, or with what asks for it.
public enum TableError: Error, Equatable {
    /// An experiment asks for a table that it doesn't say it reads.
    case undeclared(String)
    /// An experiment says that it reads a table that the book doesn't declare.
    case unknown(String, study: String, known: [String])
    /// The table's file is not there.
    case missing(path: String)
    /// The file's unpacked bytes have another SHA-256; nil where they can't be unpacked.
    case damaged(path: String, found: String?, expected: String)
    case noNames(file: String)
    case namesDisagree(file: String, names: Int, columns: Int)
    case twoColumns(file: String, name: String)
    case fieldsDisagree(file: String, line: Int, count: Int, expected: Int)
    case noColumn(String, file: String, known: [String])
    case wrongField(file: String, place: String, column: String, text: String, type: String)
}

extension TableError: LocalizedError {
    public var errorDescription: String? {
        switch self {
        case .undeclared(let name):
            "The study asks for the table '\(name)', which it does not declare. "
                + "Let it be a 'TableReading' whose 'tables' name it."
        case .unknown(let name, let study, let known):
            "The study '\(study)' reads the table '\(name)', which the book does not declare. "
                + (known.isEmpty
                    ? "Add it to the book's 'data'." : "Add it to the book's 'data', which has \(Self.list(known)).")
        case .missing(let path):
            "'\(path)' is missing."
        case .damaged(let path, let found, let expected):
            "'\(path)' is not the file that the book declares: "
                + (found.map { "its SHA-256 is \($0)" } ?? "it can't be unpacked") + ", not \(expected)."
        case .noNames(let file): "\(file): the line of the columns' names is missing."
        case .namesDisagree(let file, let names, let columns):
            "\(file) has \(columns) columns, and the book names \(names)."
        case .twoColumns(let file, let name): "\(file): two columns are called '\(name)'."
        case .fieldsDisagree(let file, let line, let count, let expected):
            "\(file), line \(line): \(count) fields, where there are \(expected) columns."
        case .noColumn(let name, let file, let known):
            "\(file) has no column '\(name)'. It has \(Self.list(known))."
        case .wrongField(let file, let place, let column, let text, let type):
            "\(file), \(place): '\(text)' in the column '\(column)' is no \(Self.words(for: type))."
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

    private static func words(for type: String) -> String {
        switch type {
        case "Double", "Float": "finite number"
        case "Int": "whole number"
        case "Bool": "'true' or 'false'"
        default: type
        }
    }
}
