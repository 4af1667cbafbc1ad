/// A line through points; it breaks where a number is missing (NaN).
public struct Line: Mark {
    public var style = MarkStyle()
    let x, y: Coordinates
    private var step: Step?

    var xs: [Double] { x.numbers }
    var ys: [Double] { y.numbers }

    /// Where a line of steps changes its height.
    public enum Step: Hashable, Sendable {
        /// At the point before: each height holds up to its point.
        case before
        /// Halfway between points.
        case halfway
        /// At the point: each height holds up to the next point.
        case after
    }

    /// A line through as many points as `x` and `y` have numbers, in their order.
    public init(x: [Double], y: [Double]) { (self.x, self.y) = (Coordinates(x), Coordinates(y)) }

    /// As above, of numbers of any kind or of moments: their axis gets the calendar's ticks, in UTC unless its scale names
    /// another time zone.
    @_disfavoredOverload
    public init(x: some Sequence<some Plottable>, y: some Sequence<some Plottable>) {
        (self.x, self.y) = (Coordinates(x), Coordinates(y))
    }

    /// A line through a point for each row of a table, in their order.
    ///
    ///     Line(measurements, x: \.date, y: \.temperature)
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>
    ) {
        let rows = Array(rows)
        self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] })
    }

    /// The curve of a function over a range.
    ///
    ///     Line(over: 0.001...1000, on: .log) { 1 / (1 + $0) }
    ///
    /// - Parameters:
    ///   - range: where the curve starts and ends.
    ///   - samples: how many points it has.
    ///   - scale: that of the x axis: the points are even along it. On a logarithmic axis points that are even along a
    ///     linear one miss the lower decades.
    ///   - function: the height at a place.
    public init(
        over range: ClosedRange<Double>, samples: Int = 200, on scale: AxisScale = .linear,
        _ function: (Double) -> Double
    ) {
        let (start, end) = (scale.even(range.lowerBound), scale.even(range.upperBound))
        let step = (end - start) / Double(max(1, samples - 1))
        let xs = (0..<max(2, samples)).map { scale.value(even: start + step * Double($0)) }
        self.init(x: xs, y: xs.map(function))
    }

    /// Draws steps instead of slopes.
    public func stepped(_ step: Step = .after) -> Line {
        var copy = self
        copy.step = step
        return copy
    }

    /// The corners of the line as it is drawn along an axis of a scale.
    private func corners(on scale: AxisScale) -> (xs: [Double], ys: [Double]) {
        let (xs, ys) = (xs, ys)
        guard let step, xs.count == ys.count, xs.count > 1 else { return (xs, ys) }
        var corners = (xs: [xs[0]], ys: [ys[0]])
        for index in 1..<xs.count {
            let place =
                switch step {
                case .before: xs[index - 1]
                case .halfway: scale.value(even: (scale.even(xs[index - 1]) + scale.even(xs[index])) / 2)
                case .after: xs[index]
                }
            corners.xs += [place, place, xs[index]]
            corners.ys += [ys[index - 1], ys[index], ys[index]]
        }
        return corners
    }

    public var kind: String { "line" }
    public var labelPlace: LabelPlace { .lineEnd }

    public var legendKey: LegendKey {
        style.marker.map { .markedLine(style.stroke(), $0, style.paint()) } ?? .line(style.stroke())
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent { DataExtent(x: x, y: y) }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "line", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let (drawnXs, drawnYs) = corners(on: canvas.x.scale)
        canvas.strokeLine(drawnXs, drawnYs, style.stroke())
        if let marker = style.marker {
            for (x, y) in zip(xs, ys) {
                canvas.mark(marker, at: canvas.place(x, y), size: style.markerSize ?? 4, paint: style.paint())
            }
        }
        if let label = style.label, let end = canvas.lastVisible(xs, ys) {
            canvas.label(label, atLineEnd: end, paint: style.paint(), from: canvas.before(end, xs, ys))
        }
    }

    public var numbers: NumberTable { NumberTable(mark: "line", columns: [x.column("x"), y.column("y")]) }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        CurveSummary(name: style.label, xs: xs, ys: ys, x: xAxis, isTime: x.isTime, yIsTime: y.isTime).text
    }
}
