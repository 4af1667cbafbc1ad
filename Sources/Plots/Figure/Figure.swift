/// A figure as a value: panels of marks in rows, columns and grids.
///
///     Figure(width: 420, height: 160) {
///         Panel(x: Axis("epoch"), y: Axis("loss", scale: .log)) {
///             Line(x: epochs, y: training).role(.training).label("training")
///             Line(x: epochs, y: validation).role(.validation).label("validation")
///             Rule(x: 14).label("returned")
///         }
///     }
public struct Figure: Sendable {
    /// In points.
    public var width: Double
    public var height: Double
    /// A short name for screen readers; not drawn.
    public var title: String
    /// The size of text in points.
    public var textSize = 9.0
    private var contents: [any FigureContent]
    private var description: String?

    /// Several contents stand one below the other.
    public init(
        width: Double = 420, height: Double = 200, title: String = "",
        @FigureBuilder _ contents: () throws -> [any FigureContent]
    ) rethrows {
        self.width = width
        self.height = height
        self.title = title
        self.contents = try contents()
    }

    /// An empty figure.
    public init() { self.init { [any FigureContent]() } }

    private var hasLetters = false

    /// The contents without letters.
    var plainNode: FigureNode { contents.count == 1 ? contents[0].node : Column { contents }.node }

    var node: FigureNode {
        let node = plainNode
        guard hasLetters else { return node }
        var letters = (0..<26).map { String(Unicode.Scalar(UInt8(ascii: "a") + $0)) }[...]
        return node.mapTitles { title in
            guard let letter = letters.popFirst() else { return title }
            return title.isEmpty ? "(\(letter))" : "(\(letter)) " + title
        }
    }

    /// The figure with a letter before the title of each panel, image grid and schematic, up to (z); colour bars get none.
    public func lettered() -> Figure {
        var copy = self
        copy.hasLetters = true
        return copy
    }

    /// The figure with other contents and another size.
    func replacing(_ node: FigureNode, width: Double, height: Double) -> Figure {
        var copy = self
        copy.contents = [Arranged(node: node)]
        (copy.width, copy.height) = (width, height)
        return copy
    }

    /// Contents whose arrangement is settled.
    private struct Arranged: FigureContent {
        let node: FigureNode
    }

    /// The figure with an alternative text in an author's words instead of the one derived from the data.
    /// An empty one is an error when the figure is drawn.
    public func described(as text: String) -> Figure {
        var copy = self
        copy.description = text
        return copy
    }

    /// What the figure shows, for those who don't see it: derived from the data unless an author gave words.
    public var altText: String { description ?? AltText(figure: self).text }

    /// The name that the figure gives itself: its title, or that of its first panel.
    var name: String {
        if !title.isEmpty { return PlainText.of(title) }
        return node.panels.first { !$0.title.isEmpty }.map { PlainText.of($0.title) } ?? "Figure"
    }
}
