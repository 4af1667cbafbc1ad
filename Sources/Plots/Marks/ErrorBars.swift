/// Points with the reach of their uncertainty.
public struct ErrorBars: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]
    let lows: [Double]
    let highs: [Double]

    /// Bars from `low` to `high`, each with a marker at `y`.
    public init(
        x: some Sequence<Double>, y: some Sequence<Double>, low: some Sequence<Double>, high: some Sequence<Double>
    ) {
        xs = Array(x)
        ys = Array(y)
        lows = Array(low)
        highs = Array(high)
    }

    /// Bars that reach equally far on both sides.
    public init(x: some Sequence<Double>, y: some Sequence<Double>, errors: some Sequence<Double>) {
        let (ys, errors) = (Array(y), Array(errors))
        let sides = zip(ys, errors)
        self.init(x: x, y: ys, low: sides.map { $0 - $1 }, high: sides.map { $0 + $1 })
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .marker(style.marker ?? (style.role ?? .ink).marker, style.paint()) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for value in xs { extent.include(x: value) }
        for value in ys + lows + highs { extent.include(y: value) }
        return extent
    }

    public func check() throws {
        for (what, values) in [("y", ys), ("low", lows), ("high", highs)] where values.count != xs.count {
            throw PlotError.countMismatch(mark: "error bars", what: what, expected: xs.count, found: values.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        var stroke = style.stroke(width: 0.8)
        stroke.dash = style.dash ?? .solid
        for index in xs.indices {
            canvas.errorBar(at: xs[index], from: lows[index], to: highs[index], cap: 2, stroke)
            canvas.mark(
                style.marker ?? (style.role ?? .ink).marker, at: canvas.place(xs[index], ys[index]),
                size: style.markerSize ?? 4, paint: style.paint())
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "error bars", columns: [.init("x", xs), .init("y", ys), .init("low", lows), .init("high", highs)])
    }

    public func summary(x: Axis, y: Axis) -> String {
        "\(xs.count) points with error bars: " + CurveSummary(name: style.label, xs: xs, ys: ys, x: x).text
    }
}
