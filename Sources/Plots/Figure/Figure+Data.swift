extension Figure {
    /// The numbers of every mark as comma-separated values (RFC 4180).
    ///
    /// One row a point: the panel (from 1; image grids and schematics count), its title, the mark's place in it (from
    /// 1), its kind and label, then one column for each kind of number that any mark has; empty where a mark doesn't
    /// have it. Pictures of a grid have one row for each row of pixels.
    public func csv() -> String {
        var names: [String] = []
        var isNamed: Set<String> = []
        var tables: [(prefix: [String], table: NumberTable)] = []
        for (panelIndex, panel) in node.numbers.enumerated() {
            for (markIndex, mark) in panel.marks.enumerated() {
                for table in mark.tables {
                    for column in table.columns where isNamed.insert(column.name).inserted { names.append(column.name) }
                    let prefix = ["\(panelIndex + 1)", panel.title, "\(markIndex + 1)", table.mark, mark.label]
                    tables.append((prefix, table))
                }
            }
        }
        var rows = [(["panel", "title", "number", "mark", "label"] + names).map(field).joined(separator: ",")]
        for (prefix, table) in tables {
            let start = prefix.map(field).joined(separator: ",")
            let own = Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let columns = names.map { own[$0] }
            for row in 0..<table.rows {
                let cells = columns.map { column in
                    guard let column, column.values.indices.contains(row) else { return "" }
                    return column.names.map { field($0[row]) } ?? number(column.values[row])
                }
                rows.append(([start] + cells).joined(separator: ","))
            }
        }
        return rows.joined(separator: "\r\n") + "\r\n"
    }

    /// The shortest text that reads back as the same number.
    private func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return value.isFinite ? "\(value)" : value.isNaN ? "NaN" : value > 0 ? "Infinity" : "-Infinity"
    }

    private func field(_ text: String) -> String {
        guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
