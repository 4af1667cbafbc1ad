/// Arrows on a grid, such as gradients; the longest is as long as the grid's step.
public struct VectorField: Mark {
    public var style = MarkStyle()
    let points: [XY]
    let vectors: [XY]
    /// The grid's step in data units.
    let step: XY

    /// The vectors of a function at the points of an even grid.
    ///
    /// - Precondition: at least two columns and rows.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 15, rows: Int = 15,
        _ function: (Double, Double) -> (Double, Double)
    ) {
        precondition(columns > 1 && rows > 1, "a vector field needs two columns and rows")
        step = XY(
            (x.upperBound - x.lowerBound) / Double(columns - 1), (y.upperBound - y.lowerBound) / Double(rows - 1))
        var points: [XY] = []
        for row in 0..<rows {
            for column in 0..<columns {
                points.append(XY(x.lowerBound, y.lowerBound) + XY(Double(column), Double(row)) * step)
            }
        }
        self.points = points
        vectors = points.map { point in
            let vector = function(point.x, point.y)
            return XY(vector.0, vector.1)
        }
        style.role = .muted
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .line(style.stroke(width: 0.6, .muted)) }

    /// The ends of the arrows in data units, each centred on its point; none where there is no vector.
    ///
    /// Lengths are compared in units of the grid's step, so that both axes count alike.
    private var arrows: [(from: XY, to: XY)] {
        let longest = vectors.filter(\.isFinite).map { ($0 / step).length }.max() ?? 0
        guard longest > 0, longest.isFinite else { return [] }
        return zip(points, vectors).compactMap { point, vector in
            let half = 0.46 / longest * vector
            return half.isFinite ? (point - half, point + half) : nil
        }
    }

    public func check() throws {
        for (axis, part) in [("x", step.x), ("y", step.y)] where !(part > 0 && part.isFinite) {
            throw PlotError.badNumber(what: "the step of a vector field along \(axis)", value: part)
        }
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for point in points + arrows.flatMap({ [$0.from, $0.to] }) {
            extent.include(x: point.x)
            extent.include(y: point.y)
        }
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let stroke = style.stroke(width: 0.6, .muted)
        let clipper = PolylineClipper(canvas.plot)
        for (from, to) in arrows {
            let tip = canvas.place(to.x, to.y)
            guard let ends = clipper.pieces(of: [canvas.place(from.x, from.y), tip]).first else { continue }
            let length = (ends[1] - ends[0]).length
            guard length > 0.5 else { continue }
            canvas.stroke(Path(ends), stroke)
            canvas.lines.append(ends)
            // An arrow that is cut has its head beyond the border.
            guard ends[1] == tip else { continue }
            let forward = (ends[1] - ends[0]) / length
            let head = min(3.2, 0.5 * length)
            let back = ends[1] - head * forward
            let side = 0.35 * head * forward.perpendicular
            canvas.fill(Path([ends[1] + 0.3 * forward, back + side, back - side], closed: true), stroke.paint)
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "vector field",
            columns: [
                .init("x", points.map(\.x)), .init("y", points.map(\.y)), .init("dx", vectors.map(\.x)),
                .init("dy", vectors.map(\.y)),
            ])
    }

    public func summary(x: Axis, y: Axis) -> String { "a field of \(points.count) arrows" }
}
