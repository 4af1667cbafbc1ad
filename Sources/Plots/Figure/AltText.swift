/// A figure in words, from the numbers of its marks.
struct AltText {
    let figure: Figure

    var text: String {
        let node = figure.node
        let parts = parts(of: node)
        let panels = node.panels.count
        let start = panels > 1 ? "\(panels) panels. " : ""
        return parts.isEmpty ? "An empty figure." : start + parts.map(sentence).joined(separator: " ")
    }

    private func parts(of node: FigureNode) -> [String] {
        switch node.kind {
        case .panel(let panel): [text(of: panel)]
        case .images(let grid): [text(of: grid)]
        case .schematic(let schematic): [schematic.summary]
        case .stack(let nodes, _, _, _), .grid(let nodes, _, _): nodes.flatMap(parts)
        }
    }

    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func text(of panel: Panel) -> String {
        var text = panel.title.isEmpty ? "" : PlainText.of(panel.title) + ": "
        let (x, y) = (PlainText.of(panel.x.label), PlainText.of(panel.y.label))
        if !x.isEmpty && !y.isEmpty { text += "\(y) against \(x). " }
        let marks = panel.marks.map { $0.summary(x: panel.x, y: panel.y) }
        let all =
            marks.prefix(12).joined(separator: "; ") + (marks.count > 12 ? "; and \(marks.count - 12) more marks" : "")
        text += marks.isEmpty ? "an empty panel" : all
        return text.isEmpty ? "A panel." : text + "."
    }

    private func text(of grid: ImageGrid) -> String {
        let title = grid.title.isEmpty ? "" : PlainText.of(grid.title) + ": "
        let labels = grid.labels.prefix(24).map { PlainText.of($0) }.joined(separator: ", ")
        return "\(title)\(grid.images.count) pictures" + (labels.isEmpty ? "." : ", labelled \(labels).")
    }
}
