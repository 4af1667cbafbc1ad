import Foundation

/// A line through points; it breaks where a number is missing (NaN).
public struct Line: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]
    /// Whether the x are moments.
    private var isTime = false
    private var step: Step?

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
    public init(x: some Sequence<Double>, y: some Sequence<Double>) {
        xs = Array(x)
        ys = Array(y)
    }

    /// As above, for counts such as epochs.
    public init(x: some Sequence<Int>, y: some Sequence<Double>) {
        self.init(x: x.map { Double($0) }, y: y)
    }

    /// As above, over moments; the axis gets the calendar's ticks, in UTC unless its scale names another time zone.
    public init(x: some Sequence<Date>, y: some Sequence<Double>) {
        self.init(x: x.map(\.timeIntervalSince1970), y: y)
        isTime = true
    }

    /// Draws steps instead of slopes.
    public func stepped(_ step: Step = .after) -> Line {
        var copy = self
        copy.step = step
        return copy
    }

    /// The corners of the line as it is drawn.
    private var corners: (xs: [Double], ys: [Double]) {
        guard let step, xs.count == ys.count, xs.count > 1 else { return (xs, ys) }
        var corners = (xs: [xs[0]], ys: [ys[0]])
        for index in 1..<xs.count {
            let place =
                switch step {
                case .before: xs[index - 1]
                case .halfway: (xs[index - 1] + xs[index]) / 2
                case .after: xs[index]
                }
            corners.xs += [place, place, xs[index]]
            corners.ys += [ys[index - 1], ys[index], ys[index]]
        }
        return corners
    }

    /// The curve of a function over a range.
    public init(over range: ClosedRange<Double>, samples: Int = 200, _ function: (Double) -> Double) {
        let step = (range.upperBound - range.lowerBound) / Double(max(1, samples - 1))
        xs = (0..<max(2, samples)).map { range.lowerBound + step * Double($0) }
        ys = xs.map(function)
    }

    public var labelPlace: LabelPlace { .lineEnd }

    public var legendKey: LegendKey {
        style.marker.map { .markedLine(style.stroke(), $0, style.paint()) } ?? .line(style.stroke())
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for value in xs { extent.include(x: value) }
        for value in ys { extent.include(y: value) }
        extent.xIsTime = isTime
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "line", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let (drawnXs, drawnYs) = corners
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

    public var numbers: NumberTable {
        NumberTable(
            mark: "line",
            columns: [isTime ? .init("x", names: xs.map(TimeTicks.text)) : .init("x", xs), .init("y", ys)])
    }

    public func summary(x: Axis, y: Axis) -> String {
        CurveSummary(name: style.label, xs: xs, ys: ys, x: x, isTime: isTime).text
    }
}
