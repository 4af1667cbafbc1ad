import LinearAlgebra

/// One record of delimited text (RFC 4180): fields in quotation marks may hold delimiters, line breaks and doubled quotation
/// marks, and lines end in LF, CR or both. Empty lines are left out.
package struct DelimitedRecord {
    /// The line in which it begins, counted from 1.
    package let line: Int
    package var fields: [String] = []

    /// The records of a file.
    ///
    /// - Parameter name: what messages call the file.
    /// - Throws: `LearningError.dataFile` for bytes that are no UTF-8, and for a quotation that is not closed or followed by other
    ///   letters.
    package static func all(
        in bytes: [UInt8], name: String, delimiter: Character = ","
    ) throws(LearningError) -> [DelimitedRecord] {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .dataFile(name: name, .notUTF8) }
        let delimiter = Array(String(delimiter).utf8)
        let (mark, lineFeed, carriageReturn) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var records: [DelimitedRecord] = []
        var record = DelimitedRecord(line: 1)
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
            record = DelimitedRecord(line: line)
        }
        while at < bytes.count {
            if bytes[at] == delimiter[0], bytes[at...].starts(with: delimiter) {
                at += delimiter.count
                endField()
                continue
            }
            let byte = bytes[at]
            at += 1
            switch byte {
            case mark where field.isEmpty && !wasQuoted:
                let opened = line
                wasQuoted = true
                while true {
                    guard at < bytes.count else { throw .dataFile(name: name, .quotationNotClosed(line: opened)) }
                    let inner = bytes[at]
                    at += 1
                    if inner == mark {
                        guard at < bytes.count, bytes[at] == mark else { break }
                        at += 1
                    } else if inner == lineFeed {
                        line += 1
                    }
                    field.append(inner)
                }
            case lineFeed, carriageReturn:
                if byte == carriageReturn, at < bytes.count, bytes[at] == lineFeed { at += 1 }
                line += 1
                endRecord()
            default:
                guard !wasQuoted else { throw .dataFile(name: name, .lettersAfterQuotation(line: line)) }
                field.append(byte)
            }
        }
        endRecord()
        return records
    }
}
