/// Reads comma-separated values (RFC 4180): fields in quotation marks may hold commas, line breaks and doubled quotation
/// marks, and lines end in LF or CRLF. Empty lines are left out.
enum CSVReader {
    /// A row of fields, and the line in which it begins.
    struct Record {
        let line: Int
        var fields: [String] = []
    }

    /// - Throws: `TableError` for bytes that are no UTF-8, and for a quotation that is not closed or followed by other letters.
    static func records(_ bytes: [UInt8], file: String) throws(TableError) -> [Record] {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8(file: file) }
        var records: [Record] = []
        var record = Record(line: 1)
        var (line, field, wasQuoted) = (1, [UInt8](), false)
        // A byte order mark is no part of the first name.
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func endField() {
            record.fields.append(String(decoding: field, as: UTF8.self))
            (field, wasQuoted) = ([], false)
        }
        func endRecord() {
            if !(record.fields.isEmpty && field.isEmpty && !wasQuoted) {
                endField()
                records.append(record)
            }
            record = Record(line: line)
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty && !wasQuoted:
                let opened = line
                wasQuoted = true
                while true {
                    guard at < bytes.count else { throw .quotationNotClosed(file: file, line: opened) }
                    let inner = bytes[at]
                    at += 1
                    if inner == UInt8(ascii: "\"") {
                        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
                        at += 1
                    } else if inner == UInt8(ascii: "\n") {
                        line += 1
                    }
                    field.append(inner)
                }
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\r") where at < bytes.count && bytes[at] == UInt8(ascii: "\n"): continue
            case UInt8(ascii: "\n"):
                line += 1
                endRecord()
            default:
                guard !wasQuoted else { throw .lettersAfterQuotation(file: file, line: line) }
                field.append(byte)
            }
        }
        endRecord()
        return records
    }
}
