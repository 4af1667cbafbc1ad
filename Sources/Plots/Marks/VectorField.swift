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

    public var extent: DataExtent {
        var extent = DataExtent()
        for point in points {
            extent.include(x: point.x)
            extent.include(y: point.y)
        }
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let stroke = style.stroke(width: 0.6, .muted)
        // Lengths are compared in units of the grid's step, so that both axes count alike.
        let longest = vectors.filter(\.isFinite).map { ($0 / step).length }.max() ?? 0
        guard longest > 0 else { return }
        for (point, vector) in zip(points, vectors) where vector.isFinite {
            let half = 0.46 / longest * vector
            let ends = [
                canvas.place(point.x - half.x, point.y - half.y), canvas.place(point.x + half.x, point.y + half.y),
            ]
            guard ends.allSatisfy({ $0.isFinite && canvas.plot.contains($0) }) else { continue }
            let length = (ends[1] - ends[0]).length
            guard length > 0.5 else { continue }
            canvas.stroke(Path(ends), stroke)
            canvas.lines.append(ends)
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
