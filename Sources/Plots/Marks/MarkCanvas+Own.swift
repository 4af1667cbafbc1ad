/// What a mark of another module needs besides places, lines, areas, markers and labels.
extension MarkCanvas {
    /// How numbers become places along x; its categories where the axis has such.
    public var xScale: AxisScale { x.scale }
    public var yScale: AxisScale { y.scale }

    /// From where to where the axes go, in data units.
    public var xDomain: ClosedRange<Double> { x.lower...x.upper }
    public var yDomain: ClosedRange<Double> { y.lower...y.upper }

    /// The size of the figure's text in points.
    public var textHeight: Double { textSize }

    /// Keeps labels away from a rectangle in points.
    public mutating func keepClear(_ rect: Rect) { obstacles.append(rect) }

    /// Keeps labels off a polyline in points, where there is another place for them.
    public mutating func keepClear(_ line: [XY]) { lines.append(line) }

    /// Strokes a polyline given in points, cut at the plot area; labels keep off it.
    public mutating func strokeLine(_ points: [XY], _ style: StrokeStyle) {
        for piece in PolylineClipper(plot).pieces(of: points) {
            stroke(Path(piece), style)
            lines.append(piece)
        }
    }
}
