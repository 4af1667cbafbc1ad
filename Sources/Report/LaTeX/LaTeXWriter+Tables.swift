extension LaTeXWriter {
    mutating func table(_ entry: TableEntry, _ caption: [Inline<Resolved>]) {
        let anchor = page == entry.slug ? Self.target(Anchor(page: page, id: entry.id)) : ""
        let rows = entry.cells.dropFirst().map { $0.map { LaTeXTable.Cell($0) } }
        let head = entry.cells[0].map { LaTeXTable.Cell($0) }
        let isLong = rows.count > LaTeXTable.longest || isBoxed
        let heading = LaTeXTable.Caption(target: anchor, number: entry.number, text: caption)
        let set = LaTeXTable(alignments: entry.alignments, head: head, rows: rows, caption: isLong ? heading : nil)
        guard !isLong else { return self.set(set) }
        waiting { writer in
            writer.out += "\\begin{booktable}{\(anchor)}{\(LaTeX.escape(entry.number))}{"
            writer.bare { $0.write(caption) }
            writer.out += "}\n"
            writer.set(set)
        } ending: {
            $0.out += "\n\\end{booktable}"
        }
    }

    mutating func table(
        _ alignments: [ColumnAlignment], _ rows: [[[Inline<Resolved>]]], caption: LaTeXTable.Caption? = nil
    ) {
        let head = (rows.first ?? []).map { LaTeXTable.Cell($0) }
        set(
            LaTeXTable(
                alignments: alignments, head: head, rows: rows.dropFirst().map { $0.map { LaTeXTable.Cell($0) } },
                caption: caption))
    }

    /// A table or a listing with its caption.
    mutating func captioned(
        _ id: String?, _ number: String, _ caption: [Inline<Resolved>], _ block: Block<Resolved>
    ) {
        let target = id.map { Self.name("\(page)-\($0)") } ?? ""
        if case .table(let alignments, let rows) = block {
            return table(alignments, rows, caption: .init(target: target, number: number, text: caption))
        }
        waiting { writer in
            writer.out += "\\listinghead{\(target)}{\(LaTeX.escape(number))}{"
            writer.bare { $0.write(caption) }
            writer.out += "}\n"
            writer.write(block)
        } ending: { _ in
        }
    }
}
