extension Math {
    /// The lines of a display: its TeX parted at every `\\` that no environment or group encloses.
    var rows: [String] {
        // By bytes, for a book has hundreds of displays; all signs that matter are ASCII.
        let bytes = Array(tex.utf8)
        let backslash = UInt8(ascii: "\\")
        var rows: [String] = []
        var depth = 0
        var start = 0
        var index = 0
        func row(upTo end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self).trimming }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case backslash:
                let rest = bytes[(index + 1)...]
                if rest.first == backslash, depth == 0 {
                    rows.append(row(upTo: index))
                    start = index + 2
                }
                if rest.starts(with: "begin{".utf8) { depth += 1 }
                if rest.starts(with: "end{".utf8) { depth -= 1 }
                index += 1
            default: break
            }
            index += 1
        }
        let last = row(upTo: bytes.count)
        return last.isEmpty ? rows : rows + [last]
    }
}
