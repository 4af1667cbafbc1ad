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

    /// `text` with a capital letter, where it starts with a word: symbols stay as they are.
    private func sentence(_ text: String) -> String {
        let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "," }
        guard word == "a" || word.count > 1 && word.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "-" }) else {
            return text
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func text(of panel: Panel) -> String {
        let (x, y) = (PlainText.of(panel.x.label), PlainText.of(panel.y.label))
        let axes = x.isEmpty || y.isEmpty ? "" : "\(y) against \(x)."
        let summaries = panel.marks.map { $0.summary(x: panel.x, y: panel.y) }
        let more = summaries.count > 12 ? ["and \(summaries.count - 12) more marks"] : []
        let marks = summaries.isEmpty ? "an empty panel." : (summaries.prefix(12) + more).joined(separator: "; ") + "."
        let start = panel.title.isEmpty ? "" : PlainText.of(panel.title) + ": "
        let text = axes.isEmpty ? start + marks : start + axes + " " + sentence(marks)
        return text + names(of: panel, notIn: text)
    }

    /// The categories of both axes in full, where the marks' words leave some out: the picture may shorten them.
    private func names(of panel: Panel, notIn text: String) -> String {
        let extent = DataExtent(panel.marks, x: panel.x.scale, y: panel.y.scale)
        return [("x", panel.x, extent.xCategories), ("y", panel.y, extent.yCategories)].map { name, axis, found in
            var names = found
            if case .categorical(let own) = axis.scale { names = own }
            let plain = names.map { PlainText.of($0) }
            guard plain.contains(where: { !text.contains($0) }) else { return "" }
            return " Along \(name): " + plain.joined(separator: ", ") + "."
        }.joined()
    }

    private func text(of grid: ImageGrid) -> String {
        let title = grid.title.isEmpty ? "" : PlainText.of(grid.title) + ": "
        let labels = grid.labels.prefix(24).map { PlainText.of($0) }.joined(separator: ", ")
        return "\(title)\(grid.images.count) pictures" + (labels.isEmpty ? "." : ", labelled \(labels).")
    }
}
