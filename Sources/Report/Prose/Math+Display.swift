extension Math {
    /// The TeX of a display of which each row bears its own number.
    ///
    /// Rows that name a column with `&` are aligned there, others are centred.
    func numbered(_ labels: [EquationLabel], suffix: (EquationLabel) -> String) -> String {
        let rows = rows
        let environment = rows.contains { $0.contains("&") } ? "align" : "gather"
        let body = zip(rows, labels).map { row, label in "\(row) \(suffix(label))" }
        return "\\begin{\(environment)}\(body.joined(separator: " \\\\ "))\\end{\(environment)}"
    }

    /// What KaTeX is asked to render for this display.
    func formula(labels: [EquationLabel]) -> Formula {
        guard labels.count > 1 else { return Formula(self, display: true) }
        return Formula(tex: numbered(labels) { "\\tag{\($0.number)}" }, display: true)
    }
}
