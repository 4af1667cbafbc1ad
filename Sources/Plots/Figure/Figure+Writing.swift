import Foundation

extension Figure {
    /// What a figure stands on.
    public enum Background: Hashable, Sendable {
        /// The paper of the theme.
        case paper
        case transparent
        case colour(RGB)
    }

    /// Writes the figure in the format that the file's ending names: svg, pdf, png, or csv for its numbers.
    ///
    /// - Parameters:
    ///   - url: the file; one that exists is replaced.
    ///   - scale: pixels a point in a PNG file.
    ///   - theme: the colours of roles; nil takes those for light pages in a PNG file and those for print in a PDF file, while
    ///     an SVG file follows its reader.
    ///   - background: what the figure stands on. A PDF file has the paper it is printed on unless a colour is given.
    /// - Throws: `PlotError.unknownFormat` for another ending, what keeps the figure from being drawn, and what keeps the
    ///   file from being written.
    public func write(
        to url: URL, scale: Double = 2, theme: Theme? = nil, background: Background = .paper
    ) throws {
        let data: Data
        switch url.pathExtension.lowercased() {
        case "svg":
            let name = url.deletingPathExtension().lastPathComponent
            data = Data(try drawing().svg(id: name, theme: theme, background: background).utf8)
        case "pdf":
            var drawing = try drawing()
            if case .colour(let colour) = background { drawing = drawing.on(colour) }
            data = Data(try drawing.pdf(theme: theme ?? .print))
        case "png": data = Data(try drawing().png(scale: scale, theme: theme ?? .light, background: background))
        case "csv": data = Data(csv().utf8)
        case let ending: throw PlotError.unknownFormat(ending: ending)
        }
        try data.write(to: url, options: .atomic)
    }
}

extension Drawing {
    /// The drawing on a ground of one colour.
    func on(_ colour: RGB) -> Drawing {
        let ground = Command.fill(Path(Rect(x: 0, y: 0, width: width, height: height)), .fixed(colour))
        return Drawing(width: width, height: height, commands: [ground] + commands, title: title, altText: altText)
    }
}
