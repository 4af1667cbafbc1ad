/// A line through points; it breaks where a number is missing (NaN).
public struct Line: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]

    /// A line through as many points as `x` and `y` have numbers, in their order.
    public init(x: some Sequence<Double>, y: some Sequence<Double>) {
        xs = Array(x)
        ys = Array(y)
    }

    /// As above, for counts such as epochs.
    public init(x: some Sequence<some BinaryInteger>, y: some Sequence<Double>) {
        self.init(x: x.map { Double($0) }, y: y)
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
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "line", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        canvas.strokeLine(xs, ys, style.stroke())
        if let marker = style.marker {
            for (x, y) in zip(xs, ys) {
                canvas.mark(marker, at: canvas.place(x, y), size: style.markerSize ?? 4, paint: style.paint())
            }
        }
        if let label = style.label, let end = canvas.lastVisible(xs, ys) {
            canvas.label(label, atLineEnd: end, paint: style.paint(), from: canvas.before(end, xs, ys))
        }
    }

    public var numbers: NumberTable { NumberTable(mark: "line", columns: [.init("x", xs), .init("y", ys)]) }

    public func summary(x: Axis, y: Axis) -> String { CurveSummary(name: style.label, xs: xs, ys: ys, x: x).text }
}
