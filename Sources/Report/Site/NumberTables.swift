import Plots

/// The numbers of a figure as tables a reader can take in: one for each mark, its rows thinned where there are many.
struct NumberTables {
    /// What one mark of the figure was drawn from.
    struct Mark {
        /// "left panel: line “training”".
        let name: String
        let columns: [String]
        /// As many as are shown, their numbers rounded.
        let rows: [[String]]
        /// How many rows there are in all.
        let count: Int
    }

    private(set) var marks: [Mark] = []

    /// The most rows that are shown of a mark, the first and the last among them.
    private static let limit = 24
    /// Panel, title, number, kind and label: what a mark is told from others by.
    private static let keys = 5

    /// Reads the file that a figure's numbers are written to.
    init(csv: String) {
        var records = Self.records(csv)[...]
        guard let header = records.popFirst(), header.count > Self.keys else { return }
        while let first = records.first {
            let key = first.prefix(Self.keys)
            let own = records.prefix { $0.prefix(Self.keys) == key }
            records = records.dropFirst(own.count)
            // Pixels are read better in the figure; the CSV has them.
            if key[key.startIndex + 3].hasPrefix("picture") { continue }
            let used = (Self.keys..<header.count).filter { column in
                own.contains { $0.indices.contains(column) && !$0[column].isEmpty }
            }
            let shown = Self.thinned(Array(own))
            marks.append(
                Mark(
                    name: Self.name(Array(key)), columns: used.map { header[$0] },
                    rows: shown.map { row in used.map { row.indices.contains($0) ? Self.rounded(row[$0]) : "" } },
                    count: own.count))
        }
    }

    /// A number to five digits; the file has them all.
    private static func rounded(_ text: String) -> String {
        Double(text).map { NumberText($0, digits: 5, trimmed: true).plain } ?? text
    }

    private static func name(_ key: [String]) -> String {
        let place = key[1].isEmpty ? "" : "\(PlainText.of(key[1])): "
        return place + key[3] + (key[4].isEmpty ? "" : " “\(PlainText.of(key[4]))”")
    }

    private static func thinned(_ rows: [[String]]) -> [[String]] {
        guard rows.count > limit else { return rows }
        return (0..<limit).map { rows[$0 * (rows.count - 1) / (limit - 1)] }
    }

    /// The fields of each line; quoted ones may hold commas, quotes and line ends (RFC 4180).
    private static func records(_ csv: String) -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var bytes = csv.utf8.makeIterator()
        var next = bytes.next()
        func text() -> String { String(decoding: field, as: UTF8.self) }
        while let byte = next {
            next = bytes.next()
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
                field.append(byte)
                next = bytes.next()
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false):
                fields.append(text())
                field = []
            case (UInt8(ascii: "\n"), false):
                records.append(fields + [text()])
                fields = []
                field = []
            case (UInt8(ascii: "\r"), false): continue
            default: field.append(byte)
            }
        }
        return records
    }
}
