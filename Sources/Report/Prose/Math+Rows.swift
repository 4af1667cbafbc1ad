extension Math {
    /// The lines of a display: its TeX parted at every `\\` that no environment or group encloses.
    var rows: [String] {
        var rows: [String] = []
        var row = ""
        var depth = 0
        var rest = tex[...]
        while let character = rest.first {
            if rest.hasPrefix("\\\\"), depth == 0 {
                rows.append(row.trimming)
                row = ""
                rest = rest.dropFirst(2)
                continue
            }
            if rest.hasPrefix("\\begin{") { depth += 1 }
            if rest.hasPrefix("\\end{") { depth -= 1 }
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            let taken = character == "\\" ? 2 : 1
            row += rest.prefix(taken)
            rest = rest.dropFirst(taken)
        }
        return row.trimming.isEmpty ? rows : rows + [row.trimming]
    }
}
