extension Figure {
    /// The figure laid out as a flat list of commands; a pure function of the figure and the measure.
    ///
    /// Labels keep to their part of the canvas: one that is too large is set smaller, down to six tenths of its size; a
    /// tick's label or a label in a contour line that finds no room is left out. Where that is not enough, the figure is
    /// refused: no letter is ever drawn beyond the canvas.
    /// - Throws: `PlotError` when sizes or data can't be drawn, `.noRoom` when labels don't fit.
    public func drawing(measuring measure: any TextMeasure = SystemTextMeasure()) throws -> Drawing {
        for (what, value) in [
            ("the figure's width", width), ("the figure's height", height), ("the text size", textSize),
        ]
        where !(value > 0 && value < 20000) {
            throw PlotError.badNumber(what: what, value: value)
        }
        let altText = altText
        guard altText.contains(where: \.isLetter) else { throw PlotError.emptyAltText }
        let node = node
        for panel in node.panels {
            for mark in panel.marks {
                try mark.style.check()
                try mark.check()
            }
        }
        let layout = FigureLayout(typesetter: Typesetter(measure: measure), textSize: textSize)
        let canvas = Rect(x: 0, y: 0, width: width, height: height)
        let commands = try layout.commands(for: node, in: canvas.inset(1))
        // The layout sees to this; should it fail, the figure does.
        for case .text(let run) in commands where !canvas.contains(try run.bounds(measure)) {
            throw PlotError.noRoom(what: "the letters \"\(run.string)\"", width: width, height: height)
        }
        return Drawing(width: width, height: height, commands: commands, title: name, altText: altText)
    }

    /// The figure as an SVG file; `id` must be unique among the figures of a page.
    public func svg(id: String) throws -> String { try drawing().svg(id: id) }

    /// The figure as a PDF file.
    public func pdf() throws -> [UInt8] { try drawing().pdf() }

    /// The figure as a PNG file of `scale` pixels a point.
    public func png(scale: Double = 2, theme: Theme = .light) throws -> [UInt8] {
        try drawing().png(scale: scale, theme: theme)
    }
}
