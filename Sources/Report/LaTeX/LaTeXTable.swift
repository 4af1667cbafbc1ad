import Notebook

/// A table as LaTeX sets it: as wide as its cells where they have room, wrapped where not, over several pages where it is long.
struct LaTeXTable {
    let alignments: [ColumnAlignment]
    let head: [Cell]
    let rows: [[Cell]]
    let caption: Caption?

    struct Caption {
        let target: String
        /// "Table 7.2.1"; empty where it bears none.
        let number: String
        let text: [Inline<Resolved>]
    }

    enum Cell {
        case number(NumberText)
        case words([Inline<Resolved>])

        init(_ inlines: [Inline<Resolved>]) { self = .words(inlines) }

        var text: String {
            switch self {
            case .number(let number): number.plain
            case .words(let inlines): inlines.plainText
            }
        }

        /// What no line breaks in: words, and numbers with their intervals.
        var unbroken: [Substring] {
            let text =
                switch self {
                case .number(let number): number.isNumber ? Self.joined(number.plain) : number.plain
                case .words(let inlines):
                    inlines.map { inline in
                        guard case .leaf(.value(let number)) = inline, number.isNumber else {
                            return [inline].plainText
                        }
                        return Self.joined(number.plain)
                    }.joined()
                }
            return text.split(whereSeparator: \.isWhitespace)
        }

        private static func joined(_ text: String) -> String {
            String(text.map { $0.isWhitespace ? "\u{2060}" : $0 })
        }
    }

    /// How its columns stand.
    struct Layout {
        /// TeX's letters, or boxes of fixed widths.
        let columns: String
        /// The size of letters in points.
        let size: Double
    }

    /// The size of letters where there is room.
    static let size = 10.0
    /// The lowest size that can be read.
    static let smallest = 7.0
    /// The width of a letter and the room between columns, in points.
    private static let letter = 5.3
    private static let gap = 12.0
    /// Rows beyond these are parted over pages.
    static let longest = 26

    /// Letters wide characters take.
    static func letters(_ text: some StringProtocol) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1.9 : 1) }
    }

    /// - Parameter room: the width in points that it has.
    func layout(in room: Double) -> Layout {
        let count = max(1, alignments.count)
        var widest = [Double](repeating: 0, count: count)
        var longestWord = [Double](repeating: 0, count: count)
        for (isHead, row) in [(true, head)] + rows.map({ (false, $0) }) {
            for (column, cell) in row.prefix(count).enumerated() {
                let scale = Self.letter * (isHead ? 1.15 : 1)
                widest[column] = max(widest[column], Self.letters(cell.text) * scale)
                let word = cell.unbroken.map { min(Self.letters($0), Double(LaTeX.longWord)) }.max() ?? 0
                longestWord[column] = max(longestWord[column], word * scale)
            }
        }
        let room = room - Self.gap * Double(count - 1)
        if widest.reduce(0, +) <= room {
            return Layout(columns: alignments.map(\.letter).joined(), size: Self.size)
        }
        let least = longestWord.map { max($0, 18) }
        let sum = least.reduce(0, +)
        let size = sum <= room ? Self.size : max(1, Self.size * room / sum)
        let scale = size / Self.size
        let spare = max(0, room - sum * scale)
        let wish = zip(widest, least).map { max(0, $0 - $1) }
        let wishes = max(1, wish.reduce(0, +))
        let widths = zip(least, wish).map { $0 * scale + spare * $1 / wishes }
        let columns = zip(alignments, widths).map { alignment, width in
            ">{\\\(alignment.command)\\arraybackslash}p{\(Int(width))bp}"
        }
        return Layout(columns: columns.joined(), size: size)
    }
}

extension ColumnAlignment {
    fileprivate var letter: String {
        switch self {
        case .leading: "l"
        case .centre: "c"
        case .trailing: "r"
        }
    }

    fileprivate var command: String {
        switch self {
        case .leading: "RaggedRight"
        case .centre: "Centering"
        case .trailing: "RaggedLeft"
        }
    }
}

extension LaTeXWriter {
    /// Writes a table in its place.
    mutating func set(_ table: LaTeXTable) {
        let layout = table.layout(in: measure)
        if layout.size < LaTeXTable.smallest { warnOfSize(layout.size) }
        let isLong = table.rows.count > LaTeXTable.longest
        waiting { writer in
            writer.bare { $0.body(of: table, layout, isLong: isLong) }
        } ending: { _ in
        }
    }

    private mutating func body(of table: LaTeXTable, _ layout: LaTeXTable.Layout, isLong: Bool) {
        let size = layout.size == LaTeXTable.size ? "" : "[\(Int(layout.size.rounded(.down)))]"
        if isLong, !isBoxed, !isArgument {
            caption(table.caption)
            out += "\\begin{longdatatable}\(size){\(layout.columns)}\n"
            headRow(table.head)
            out += "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"
            for row in table.rows { self.row(row) }
            out += "\\end{longdatatable}"
            return
        }
        // In a box nothing breaks by itself: parts with heads of their own do, one below the other.
        caption(table.caption)
        let part = isLong ? 12 : max(1, table.rows.count)
        for start in stride(from: 0, to: max(1, table.rows.count), by: part) {
            out += "\\begin{datatable}\(size){\(layout.columns)}\n"
            headRow(table.head)
            out += "\\midrule\n"
            for row in table.rows[start..<min(start + part, table.rows.count)] { self.row(row) }
            out += "\\end{datatable}\n"
        }
    }

    private mutating func caption(_ caption: LaTeXTable.Caption?) {
        guard let caption else { return }
        out += "\\tablehead{\(caption.target)}{\(LaTeX.escape(caption.number))}{"
        write(caption.text)
        out += "}\n"
    }

    private mutating func headRow(_ cells: [LaTeXTable.Cell]) {
        for (index, cell) in cells.enumerated() {
            out += index > 0 ? " & \\headcell{" : "\\headcell{"
            write(cell)
            out += "}"
        }
        out += " \\\\\n"
    }

    mutating func row(_ cells: [LaTeXTable.Cell]) {
        let start = out.utf8.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { out += " & " }
            // What follows the end of a row in brackets, or a star, would belong to that end.
            if index == 0, let first = cell.text.first, "[*".contains(first) { out += "{}" }
            write(cell)
        }
        if out.utf8.count == start { out += "{}" }
        out += " \\\\\n"
    }

    private mutating func write(_ cell: LaTeXTable.Cell) {
        switch cell {
        case .number(let number): write(number)
        case .words(let inlines): write(inlines)
        }
    }
}
