/// Points with the reach of their uncertainty.
public struct ErrorBars: Mark {
    public var style = MarkStyle()
    private let x: Coordinates
    let ys: [Double]
    let lows: [Double]
    let highs: [Double]

    private var xs: [Double] { x.numbers }

    private init(_ x: Coordinates, _ ys: [Double], _ lows: [Double], _ highs: [Double]) {
        self.x = x
        (self.ys, self.lows, self.highs) = (ys, lows, highs)
    }

    /// Bars from `low` to `high`, each with a marker at `y`.
    public init(
        x: some Sequence<some Plottable>, y: some Sequence<Double>, low: some Sequence<Double>,
        high: some Sequence<Double>
    ) {
        self.init(Coordinates(x), Array(y), Array(low), Array(high))
    }

    /// Bars that reach equally far on both sides.
    public init(x: some Sequence<some Plottable>, y: some Sequence<Double>, errors: some Sequence<Double>) {
        let (ys, errors) = (Array(y), Array(errors))
        let sides = zip(ys, errors)
        self.init(Coordinates(x), ys, sides.map { $0 - $1 }, sides.map { $0 + $1 })
    }

    /// Bars around a column of a table, as long as another says.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
        errors: KeyPath<Row, some Plottable>
    ) {
        let rows = Array(rows)
        self.init(
            x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y].plotNumber },
            errors: rows.map { $0[keyPath: errors].plotNumber })
    }

    public var kind: String { "points" }
    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .marker(style.marker ?? (style.role ?? .ink).marker, style.paint()) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent(x: x, y: Coordinates(ys))
        for value in lows + highs { extent.include(y: value) }
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
        let xs = xs
        for index in xs.indices {
            canvas.errorBar(at: xs[index], from: lows[index], to: highs[index], cap: 2, stroke)
            canvas.mark(
                style.marker ?? (style.role ?? .ink).marker, at: canvas.place(xs[index], ys[index]),
                size: style.markerSize ?? 4, paint: style.paint())
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "error bars", columns: [x.column("x"), .init("y", ys), .init("low", lows), .init("high", highs)])
    }

    public func summary(x xAxis: Axis, y: Axis) -> String {
        "\(xs.count) points with error bars: "
            + CurveSummary(name: style.label, xs: xs, ys: ys, x: xAxis, isTime: x.isTime).text
    }
}
