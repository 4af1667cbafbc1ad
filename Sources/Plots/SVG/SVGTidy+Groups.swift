extension SVGTidy {
    /// The tag that opens a group.
    static func tag(_ group: DrawingGroup) -> String {
        switch group {
        case .panel(let plot, let x, let y):
            let numbers = [plot.x, plot.y, plot.width, plot.height].map { SVGNumber($0).text }
            var tag = "<g data-plot=\"\(numbers.joined(separator: " "))\""
            for (name, axis) in [("x", x), ("y", y)] {
                tag += " data-\(name)=\"\(axis.text)\""
                if !axis.label.isEmpty { tag += " data-\(name)-label=\"\(attribute(axis.label))\"" }
                if let names = axis.names { tag += " data-\(name)-names=\"\(attribute(names))\"" }
            }
            return tag + ">\n"
        case .mark(let kind, let name):
            let named = name.isEmpty ? "" : " data-name=\"\(attribute(name))\""
            return "<g data-mark=\"\(attribute(kind))\"\(named)>\n"
        case .name(let name): return "<g data-names=\"\(attribute(name))\">\n"
        }
    }

    /// Text between quotation marks; line breaks are kept.
    private static func attribute(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            escaped(String(line)).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        }.joined(separator: "&#10;")
    }
}
