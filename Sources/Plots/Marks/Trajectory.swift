/// The way of an optimizer through a plane: a line with its direction, a dot for each step where there are few.
public struct Trajectory: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]

    public init(x: some Sequence<Double>, y: some Sequence<Double>) {
        xs = Array(x)
        ys = Array(y)
        style.role = .trajectory
    }

    public var kind: String { "line" }
    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        Line(x: xs, y: ys).extent(x: xScale, y: yScale)
    }

    public var legendKey: LegendKey { .line(style.stroke(.trajectory)) }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "trajectory", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let stroke = style.stroke(.trajectory)
        let pieces = canvas.pieces(xs, ys)
        for piece in pieces {
            canvas.stroke(Path(piece), stroke)
            canvas.lines.append(piece)
            arrowhead(halfwayAlong: piece, stroke, on: &canvas)
        }
        if let marker = style.marker {
            for (x, y) in zip(xs, ys) {
                canvas.mark(
                    marker, at: canvas.place(x, y), size: style.markerSize ?? 2.6, paint: style.paint(.trajectory))
            }
        }
        if let label = style.label, let piece = pieces.first {
            canvas.label(label, beside: piece[piece.count / 2], clearance: 5, paint: style.paint(.trajectory))
        }
    }

    /// A head in the middle of a piece's length shows its direction.
    private func arrowhead(halfwayAlong piece: [XY], _ stroke: StrokeStyle, on canvas: inout MarkCanvas) {
        let lengths = zip(piece, piece.dropFirst()).map { ($1 - $0).length }
        let total = lengths.reduce(0, +)
        let head = ArrowShape.headLength(width: stroke.width)
        guard total > 3 * head else { return }
        var left = total / 2 + head / 2
        for (index, length) in lengths.enumerated() {
            if left <= length && length > 0 {
                let forward = (piece[index + 1] - piece[index]) / length
                let tip = piece[index] + left * forward
                let side = forward.perpendicular * (0.36 * head)
                let back = tip - head * forward
                canvas.fill(
                    Path([tip, back + side, tip - 0.78 * head * forward, back - side], closed: true), stroke.paint)
                return
            }
            left -= length
        }
    }

    public var numbers: NumberTable { NumberTable(mark: "trajectory", columns: [.init("x", xs), .init("y", ys)]) }

    public func summary(x: Axis, y: Axis) -> String {
        let points = zip(xs, ys).filter { $0.0.isFinite && $0.1.isFinite }
        guard let first = points.first, let last = points.last else { return "a trajectory without data" }
        func text(_ point: (Double, Double)) -> String {
            "(\(NumberFormat.plain(point.0)), \(NumberFormat.plain(point.1)))"
        }
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        return "a trajectory\(name) of \(points.count) points from \(text(first)) to \(text(last))"
    }
}
